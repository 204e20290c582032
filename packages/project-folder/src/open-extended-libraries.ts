import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ExtendedLibraries } from '@sampan/compiler'
import { openProjectFolder } from './open-project-folder'

/** The libraries that `useExtendedLib` may ask for. A library is looked up when a program asks for it. */
export function openExtendedLibraries(): ExtendedLibraries {
  return {
    get 'weui-miniprogram'() {
      const manifest = createRequire(import.meta.url).resolve('weui-miniprogram/package.json')
      return openProjectFolder(join(dirname(manifest), 'miniprogram_dist'))
    },
  }
}
