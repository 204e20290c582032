import type { Language } from '../texts'

export type LanguageChoice = Language | 'system'
export type ThemeChoice = 'light' | 'dark' | 'system'

/** What belongs to the person who uses this super-app. */
export interface PersonalState {
  /** AppIDs, the latest first. */
  recents: string[]
  favourites: string[]
  language: LanguageChoice
  theme: ThemeChoice
}

export interface PersonalStore {
  read(): PersonalState
  noteOpened(appId: string): void
  setFavourite(appId: string, isFavourite: boolean): void
  choose(choices: Partial<Pick<PersonalState, 'language' | 'theme'>>): void
  /** Called after every change, also one of another window. */
  subscribe(listener: () => void): void
}

/** Where a store keeps its text: `localStorage`, or an account's settings on the server one day. */
export interface PersonalStorage {
  read(): string | null
  write(text: string): void
  onChangeElsewhere(listener: () => void): void
}

const MOST_RECENTS = 20
const NOTHING: PersonalState = { recents: [], favourites: [], language: 'system', theme: 'system' }

export function createPersonalStore(storage: PersonalStorage): PersonalStore {
  const listeners: (() => void)[] = []
  let state = parseState(storage.read())
  const tell = () => listeners.forEach((listener) => listener())
  storage.onChangeElsewhere(() => {
    state = parseState(storage.read())
    tell()
  })

  function change(changes: Partial<PersonalState>): void {
    state = { ...state, ...changes }
    storage.write(JSON.stringify(state))
    tell()
  }

  return {
    read: () => state,
    noteOpened(appId) {
      const earlier = state.recents.filter((other) => other !== appId)
      change({ recents: [appId, ...earlier].slice(0, MOST_RECENTS) })
    },
    setFavourite(appId, isFavourite) {
      const others = state.favourites.filter((other) => other !== appId)
      change({ favourites: isFavourite ? [...others, appId] : others })
    },
    choose: change,
    subscribe: (listener) => void listeners.push(listener),
  }
}

/** Storage may hold anything: what is not understood counts as not there. */
function parseState(text: string | null): PersonalState {
  try {
    const stored = JSON.parse(text ?? '{}') as Partial<Record<keyof PersonalState, unknown>>
    return {
      recents: stringsOf(stored.recents),
      favourites: stringsOf(stored.favourites),
      language: oneOf(stored.language, ['en', 'zh_CN'], NOTHING.language),
      theme: oneOf(stored.theme, ['light', 'dark'], NOTHING.theme),
    }
  } catch {
    return NOTHING
  }
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

function oneOf<Choice extends string>(value: unknown, choices: Choice[], fallback: Choice | 'system') {
  return choices.find((choice) => choice === value) ?? fallback
}
