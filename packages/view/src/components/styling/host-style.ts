/**
 * Styles that a component gives its own host. The `style` attribute belongs to the program (an operation replaces it
 * as a whole), so they live in a sheet of the host's shadow root.
 */
export class HostStyle {
  private readonly rule: CSSStyleDeclaration

  constructor(root: ShadowRoot) {
    const sheet = new CSSStyleSheet()
    sheet.insertRule(':host {}')
    this.rule = (sheet.cssRules[0] as CSSStyleRule).style
    root.adoptedStyleSheets.push(sheet)
  }

  /** Wins over the program's own value unless that one is `!important`. '' takes it away. */
  set(property: string, value: string): void {
    if (value === '') this.rule.removeProperty(property)
    else this.rule.setProperty(property, value, 'important')
  }
}
