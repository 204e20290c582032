import { ScheduledElement } from '../scheduling/scheduled-element'
import { addPageStyles } from '../styling/sheets'
import { parseNodes } from './parse-nodes'
import { renderNodes, spaceOf } from './render-nodes'

const styles = `
:where(wx-rich-text) { display: block; }
wx-rich-text[sp-selectable] { -webkit-user-select: text; user-select: text; }
`

/** No shadow root: the classes of its nodes mean the program's style sheets. */
export class RichTextElement extends ScheduledElement {
  private rendered: ChildNode[] = []

  static define(): void {
    customElements.define('wx-rich-text', RichTextElement)
    addPageStyles(styles)
  }

  protected update(changed: ReadonlySet<string>): void {
    this.toggleAttribute('sp-selectable', this.flag('user-select') || this.flag('selectable'))
    if (!changed.has('nodes') && !changed.has('space')) return
    const nodes = renderNodes(parseNodes(this.properties.nodes), {
      scopes: scopesAround(this),
      space: spaceOf(this.textOf('space')),
      resolveUrl: (path) => this.port.resolveUrl(path),
    })
    for (const node of this.rendered) node.remove()
    this.rendered = [...nodes.childNodes]
    this.append(nodes)
  }
}

/**
 * Only the worker knows in which component's template an element was written. The classes of nodes get the scope of
 * every component around, as one of them is the right one.
 */
function scopesAround(element: Element): string[] {
  const scopes: string[] = []
  for (
    let host = element.closest('[wx-host]');
    host;
    host = host.parentElement?.closest('[wx-host]') ?? null
  ) {
    const scope = host.getAttribute('wx-host')
    if (scope && !scopes.includes(scope)) scopes.push(scope)
  }
  return scopes
}
