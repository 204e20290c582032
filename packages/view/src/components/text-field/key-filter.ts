const typed: Record<string, RegExp> = {
  number: /^[0-9]*$/,
  digit: /^[0-9.]*$/,
  idcard: /^[0-9xX]*$/,
}

/** Whether the keyboard of this input type has keys for the text. Pasted text may be anything, as on phones. */
export function hasKeysFor(type: string, text: string): boolean {
  return typed[type]?.test(text) ?? true
}

const inputModes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

export function inputModeOf(type: string): string {
  return inputModes[type] ?? 'text'
}
