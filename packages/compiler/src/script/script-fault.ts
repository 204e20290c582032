/** A syntax error in a script, by line and column (1-based) or by offset. */
export interface ScriptFault {
  message: string
  line?: number
  column?: number
  offset?: number
}
