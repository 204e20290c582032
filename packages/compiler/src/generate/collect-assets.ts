import type { BuildContext } from '../build-context'
import { extensionOf } from '../project/paths'

/** What WeChat packs beside code: https://developers.weixin.qq.com/miniprogram/dev/framework/structure.html and more. */
const ASSET_EXTENSIONS = new Set(
  (
    'png jpg jpeg gif svg webp ico bmp json cer cert pem crt mp3 aac m4a mp4 wav ogg silk flac wasm br txt text xml ' +
    'ttf ttc otf eot woff woff2 bin glb gltf obj mtl fbx dae ply stl hdr exr ktx ktx2 basis dds pvr atlas skel ' +
    'fnt plist tmx glsl vert frag proto csv md5 zip lottie vtt srt lrc webm mov pdf doc docx xls xlsx ppt pptx'
  )
    .split(' ')
    .map((extension) => `.${extension}`),
)
const CONFIG_FILES = new Set([
  'app.json',
  'ext.json',
  'sitemap.json',
  'theme.json',
  'package.json',
  'tsconfig.json',
])
const CONFIG_NAME = /(^|\/)(package(-lock)?|tsconfig|jsconfig|project(\.private)?\.config)\.json$/

/** The program's own files that go into the bundle as they are, as paths from its root. */
export function collectAssets({ files, project, components }: BuildContext): string[] {
  return files
    .list()
    .filter((file) => file.startsWith(project.root))
    .map((file) => file.slice(project.root.length))
    .filter((path) => ASSET_EXTENSIONS.has(extensionOf(path)) && !isConfig(path))
    .filter((path) => project.isPacked(path))
    .sort()

  function isConfig(path: string): boolean {
    if (!path.endsWith('.json')) return false
    const base = path.slice(0, -'.json'.length)
    const isOfComponent = components.has(base) || files.has(`${project.root}${base}.wxml`)
    return CONFIG_FILES.has(path) || CONFIG_NAME.test(path) || isOfComponent
  }
}
