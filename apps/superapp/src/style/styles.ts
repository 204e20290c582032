import base from './base.css'
import desk from './desk.css'
import home from './home.css'
import program from './program.css'
import screen from './screen.css'
import sheet from './sheet.css'
import tokens from './tokens.css'

export function addStyles(): void {
  const sheetOfAll = new CSSStyleSheet()
  sheetOfAll.replaceSync([tokens, base, home, sheet, program, screen, desk].join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOfAll]
}
