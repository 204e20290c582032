import type { Place, Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { type JsonObject, readJsonObject } from './read-json'

/** The npm packages behind the names that `useExtendedLib` knows. */
const PACKAGES: Record<string, string[]> = {
  weui: ['weui-miniprogram'],
  kbone: ['miniprogram-element', 'miniprogram-render'],
}

/** Sheets that come into the app's own styles with a library, before them. */
const STYLES: Record<string, string> = { 'weui-miniprogram': 'weui-wxss/dist/style/weui.wxss' }

interface ExtendedLibrary {
  name: string
  npmPackage: string
  place: Place
}

/** Names of the npm packages that app.json's `useExtendedLib` asks for. What is wrong with it is reported elsewhere. */
export function findExtendedLibraries(root: string, files: SourceFiles): string[] {
  const json = readJsonObject(`${root}app.json`, files, () => {})
  return json ? readExtendedLibraries(json).map(({ npmPackage }) => npmPackage) : []
}

/** Style files of the libraries that the program asks for, as far as they are there. */
export function findExtendedStyles(root: string, files: SourceFiles): string[] {
  return findExtendedLibraries(root, files)
    .filter((npmPackage) => Object.hasOwn(STYLES, npmPackage))
    .map((npmPackage) => `${root}miniprogram_npm/${npmPackage}/${STYLES[npmPackage]}`)
    .filter((file) => files.has(file))
}

export function checkExtendedLibraries(
  app: JsonObject,
  root: string,
  files: SourceFiles,
  report: Report,
): void {
  for (const { name, npmPackage, place } of readExtendedLibraries(app)) {
    const isThere = files.list().some((file) => file.startsWith(`${root}miniprogram_npm/${npmPackage}/`))
    if (!isThere) report('extended-library-missing', { name, package: npmPackage }, place)
  }
}

/** Those of the app and of its subpackages. */
function readExtendedLibraries(app: JsonObject): ExtendedLibrary[] {
  const owners = [app, ...(app.objects('subpackages') ?? app.objects('subPackages') ?? [])]
  return owners.flatMap((owner) => {
    const libraries = owner.object('useExtendedLib')
    const names = libraries?.keys().filter((name) => libraries.raw(name)) ?? []
    return names.flatMap((name) => {
      const packages = Object.hasOwn(PACKAGES, name) ? PACKAGES[name]! : [name]
      return packages.map((npmPackage) => ({ name, npmPackage, place: libraries!.placeOf(name) }))
    })
  })
}
