import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { apiDetails, componentDetails, objectMembers, WX_CATALOGUE, WX_FACTORY_CATALOGUE } from '../src'

const kindOf = (name: string) => WX_CATALOGUE.find((entry) => entry.name === name)?.kind

describe('the catalogue of wx', () => {
  it('was generated from the typings that are installed', async () => {
    const typings = new URL('../../../node_modules/miniprogram-api-typings/package.json', import.meta.url)
    const { version } = JSON.parse(await readFile(typings, 'utf8')) as { version: string }
    for (const file of ['wx-catalogue-data', 'wx-api-details-data']) {
      const data = await readFile(new URL(`../src/${file}.ts`, import.meta.url), 'utf8')
      expect(data.split('\n', 1)[0]).toContain(`miniprogram-api-typings ${version} `)
    }
  })

  it('knows of each name what kind it is', () => {
    expect(
      ['getStorage', 'getStorageSync', 'onThemeChange', 'offThemeChange', 'request', 'cloud'].map(kindOf),
    ).toEqual(['async', 'sync', 'listener', 'unlisten', 'factory', 'property'])
    expect(new Set(WX_CATALOGUE.map(({ name }) => name)).size).toBe(WX_CATALOGUE.length)
  })

  it('answers what is documented below a name', () => {
    expect([...(apiDetails('request')?.get('object')?.get('method') ?? []).keys()]).toContain('DELETE')
    expect(apiDetails('getSystemInfoSync')?.get('return')?.get('safeArea')?.has('left')).toBe(true)
    expect(apiDetails('reques')).toBeUndefined()
    expect(apiDetails('request object(')).toBeUndefined()
    expect(componentDetails('button').get('size')?.has('mini')).toBe(true)
    expect(objectMembers('SocketTask')?.has('send')).toBe(true)
    expect(WX_FACTORY_CATALOGUE.find(({ api }) => api === 'connectSocket')).toMatchObject({
      type: 'SocketTask',
    })
  })
})
