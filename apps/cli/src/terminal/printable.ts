/** Text of a project or a program for a terminal: its control characters would be commands there. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD')
}
