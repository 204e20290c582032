import type { Texts } from '../texts'

export function formatTime(at: string, { language }: Texts): string {
  return new Intl.DateTimeFormat(language.replace('_', '-'), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(at))
}
