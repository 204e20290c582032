/** A text that users read. */
export interface LocalizedText {
  en: string
  zh: string
}
