import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const withoutMedia = (text: string) => text.replace(/@media[\s\S]*$/, '')

/** `light --sampan-ink` → value. */
function tokensOf(text: string): Map<string, string> {
  const tokens = new Map<string, string>()
  for (const [, selector = '', body = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const theme = selector.includes('dark') ? 'dark' : 'light'
    for (const [, name, value = ''] of body.matchAll(/(--sampan-[\w-]+):\s*([^;]+);/g)) {
      tokens.set(`${theme} ${name}`, value.trim().toLowerCase())
    }
  }
  return tokens
}

test('the shell and the container draw with the same colours, sizes and motion', () => {
  const container = tokensOf(withoutMedia(read('../../../packages/container/src/interface/tokens.css.ts')))
  const shell = tokensOf(withoutMedia(read('../src/style/tokens.css')))
  expect(shell.size).toBeGreaterThan(30)
  for (const [name, value] of shell) expect([name, container.get(name)]).toEqual([name, value])
})
