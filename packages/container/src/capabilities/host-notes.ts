import type { CapabilityHost, HostNotes } from './capability'

const inMemory = new WeakMap<CapabilityHost, HostNotes>()

/** The host's notes about the program: those of its storage, else ones that last as long as the program is open. */
export function notesOf(host: CapabilityHost): HostNotes {
  if (host.storage.notes) return host.storage.notes
  let notes = inMemory.get(host)
  if (!notes) {
    const values = new Map<string, unknown>()
    notes = { get: async (key) => values.get(key), set: async (key, value) => void values.set(key, value) }
    inMemory.set(host, notes)
  }
  return notes
}
