import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

export interface TemporaryFolder {
  /** Absolute path of something in it. */
  path(name?: string): string
  write(name: string, content: string | Uint8Array): void
  /** A program of these files in a folder of its own. */
  project(name: string, files: Record<string, string | Uint8Array>): string
}

/** A new empty folder for each test of the file. */
export function useTemporaryFolder(): TemporaryFolder {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sampan-cli-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const path = (name = '') => join(root, name)
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
  }
  return {
    path,
    write,
    project(name, files) {
      for (const [file, content] of Object.entries(files)) write(`${name}/${file}`, content)
      return path(name)
    },
  }
}
