/** A setting of this page that survives a reload. Where storage is off it lasts as long as the page. */
export function remembered(name: string, fallback: string): { get(): string; set(value: string): void } {
  const key = `sampan.simulator.${name}`
  let current = fallback
  try {
    current = localStorage.getItem(key) ?? fallback
  } catch {
    // Storage is off.
  }
  return {
    get: () => current,
    set(value) {
      current = value
      try {
        localStorage.setItem(key, value)
      } catch {
        // Storage is off.
      }
    },
  }
}
