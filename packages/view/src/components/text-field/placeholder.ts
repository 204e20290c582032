import { replaceRpx } from '../../built-in-element'

/**
 * The placeholder is a child of the host, so that the page's style sheets reach it by `placeholder-class`; the shadow
 * tree gives it its place.
 */
export class Placeholder {
  private node: HTMLElement | undefined

  constructor(
    private readonly host: HTMLElement,
    private readonly defaultClass: string,
  ) {}

  show(text: string, classes: string | undefined, style: string, visible: boolean): void {
    if (text === '' && !this.node) return
    const node = (this.node ??= this.create())
    if (node.textContent !== text) node.textContent = text
    const className = classes ?? this.defaultClass
    if (node.className !== className) node.className = className
    const css = replaceRpx(style)
    if ((node.getAttribute('style') ?? '') !== css) node.setAttribute('style', css)
    node.slot = visible ? 'placeholder' : 'hidden'
  }

  setVisible(visible: boolean): void {
    if (this.node) this.node.slot = visible ? 'placeholder' : 'hidden'
  }

  private create(): HTMLElement {
    const node = document.createElement('div')
    node.setAttribute('aria-hidden', 'true')
    this.host.append(node)
    return node
  }
}
