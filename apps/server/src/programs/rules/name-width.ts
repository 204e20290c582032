const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\uFF01-\uFF60]/u

/** As the platform counts: a Chinese character is two, a letter is one. */
export function nameWidth(name: string): number {
  return [...name].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)
}
