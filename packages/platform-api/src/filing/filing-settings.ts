/** Who has to file a mini program before its first release. The operator decides. */
export interface FilingSettings {
  /** False: nobody. */
  isRequired: boolean
  overseas: 'exempt' | 'required'
}
