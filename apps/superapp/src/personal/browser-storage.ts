import type { PersonalStorage } from './personal-store'

const KEY = 'sampan.personal'

/** `localStorage`; where it is off, memory. */
export function browserStorage(): PersonalStorage {
  let memory: string | null = null
  return {
    read() {
      try {
        return localStorage.getItem(KEY) ?? memory
      } catch {
        return memory
      }
    },
    write(text) {
      memory = text
      try {
        localStorage.setItem(KEY, text)
      } catch {
        // Off or full: it lasts as long as the page.
      }
    },
    onChangeElsewhere(listener) {
      addEventListener('storage', ({ key }) => {
        if (key === KEY) listener()
      })
    },
  }
}
