/** What `format(name, value)` of the program sets: a format that the selection has already is taken away. */
export function nextFormat(
  name: string,
  value: unknown,
  current: Readonly<Record<string, unknown>>,
): unknown {
  const now = current[name]
  switch (name) {
    case 'header': {
      const level = Number(/^h?([1-6])$/i.exec(String(value))?.[1])
      return !level || now === level ? false : level
    }
    case 'list': {
      if (value === 'check') return now === 'checked' || now === 'unchecked' ? false : 'unchecked'
      return now === value ? false : value
    }
    case 'align':
      return value === 'left' || now === value ? false : value
    case 'indent':
      return String(value)
    default:
      if (value === undefined || value === null || value === '') return now ? false : true
      return now === value ? false : value
  }
}
