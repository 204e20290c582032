import { createRequire } from 'node:module'
import type * as Library from 'glass-easel-template-compiler'

const LIBRARY = 'glass-easel-template-compiler'
const require = createRequire(import.meta.url)
let library = require(LIBRARY) as typeof Library

/**
 * Lends a group of the template compiler. Input that makes it fail, such as tags nested ten thousand deep, leaves its
 * memory in an unknown state: the next call gets a new instance.
 */
export function useTemplateGroup<Result>(use: (group: Library.TmplGroup) => Result): Result {
  const group = new library.TmplGroup()
  try {
    const result = use(group)
    group.free()
    return result
  } catch (error) {
    delete require.cache[require.resolve(LIBRARY)]
    library = require(LIBRARY) as typeof Library
    throw error
  }
}
