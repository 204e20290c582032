import { compileFunction } from 'node:vm'
import { isStackOverflow } from '../stack-overflow'
import { MODULE_PARAMETERS } from './module-parameters'

export interface SyntaxFault {
  message: string
  line?: number
  column?: number
}

const FILE_NAME = 'module.js'

/**
 * Whether the text is the body of a module function, by the judgement of the engine itself: what it accepts can stand in
 * a package's script without harm to the other modules. Nothing is run. A body cannot close the function around it,
 * since it is not parsed as text inside of one.
 */
export function checkSyntax(body: string): SyntaxFault | undefined {
  try {
    compileFunction(body, [...MODULE_PARAMETERS], { filename: FILE_NAME })
    return undefined
  } catch (error) {
    if (isStackOverflow(error)) return { message: 'The script is nested too deeply' }
    if (!(error instanceof SyntaxError)) throw error
    // The stack starts with the place, the line and a row of carets under it.
    const [place = '', , carets = ''] = error.stack?.split('\n') ?? []
    const line = place.startsWith(`${FILE_NAME}:`) ? Number(place.slice(FILE_NAME.length + 1)) : undefined
    const caret = carets.indexOf('^')
    return { message: error.message, line, column: caret < 0 ? undefined : caret + 1 }
  }
}
