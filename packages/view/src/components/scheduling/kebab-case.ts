const known = new Map<string, string>()

/** Templates may write a property as `object-fit` or `objectFit`. */
export function toKebabCase(name: string): string {
  let kebab = known.get(name)
  if (kebab === undefined) {
    kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (known.size < 1000) known.set(name, kebab)
  }
  return kebab
}
