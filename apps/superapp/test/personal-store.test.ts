import { expect, test } from 'vitest'
import { createPersonalStore } from '../src/personal/personal-store'

function memory(text: string | null = null) {
  const storage = {
    text,
    read: () => storage.text,
    write: (next: string) => void (storage.text = next),
    onChangeElsewhere() {},
  }
  return storage
}

test('the latest comes first, once, and twenty are enough', () => {
  const store = createPersonalStore(memory())
  for (let index = 0; index < 30; index++) store.noteOpened(`sp${index}`)
  store.noteOpened('sp20')
  const { recents } = store.read()
  expect(recents.slice(0, 3)).toEqual(['sp20', 'sp29', 'sp28'])
  expect(recents).toHaveLength(20)
})

test('what is stored comes back; what makes no sense does not', () => {
  const storage = memory()
  createPersonalStore(storage).setFavourite('spa', true)
  createPersonalStore(storage).choose({ theme: 'dark' })
  expect(createPersonalStore(storage).read()).toMatchObject({ favourites: ['spa'], theme: 'dark' })
  for (const text of ['{', 'null', '[]', '{"recents":"x","favourites":[1],"theme":"pink","language":{}}']) {
    expect(createPersonalStore(memory(text)).read()).toEqual({
      recents: [],
      favourites: [],
      language: 'system',
      theme: 'system',
    })
  }
})
