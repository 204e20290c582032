import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface TemporaryCatalogue {
  folder: string
  catalogueFile: string
  cacheFolder: string
  write(path: string, text: string): void
  remove(): void
}

/** A `programs.json` with one small program in a folder of its own. */
export function createTemporaryCatalogue(): TemporaryCatalogue {
  const folder = mkdtempSync(join(tmpdir(), 'sampan-server-'))
  const write = (path: string, text: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const entry = {
    appId: 'sphello',
    folder: 'hello',
    version: '1.2.3',
    name: { en: 'Hello River', zh: '你好江河' },
    intro: { en: 'Says hello', zh: '打个招呼' },
    category: 'tools',
    colour: '#0f8b6d',
    icon: 'hello.svg',
    domains: { request: ['https://api.example.com'] },
  }
  write('programs.json', JSON.stringify({ programs: [entry] }))
  write('hello.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>')
  write(
    'hello/app.json',
    JSON.stringify({ pages: ['index'], permission: { 'scope.userLocation': { desc: 'To greet' } } }),
  )
  write('hello/project.config.json', JSON.stringify({ appid: 'sphello' }))
  write('hello/index.wxml', '<view>{{text}}</view>')
  write('hello/index.js', `Page({ data: { text: 'hello' } })\n${'// river\n'.repeat(300)}`)
  return {
    folder,
    catalogueFile: join(folder, 'programs.json'),
    cacheFolder: join(folder, 'cache'),
    write,
    remove: () => rmSync(folder, { recursive: true }),
  }
}
