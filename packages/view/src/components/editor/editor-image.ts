import { Parchment } from 'quill/core'

/**
 * An image of the text. The program knows a file of its own by its path, which stays in `data-local`; what the browser
 * loads is made of it by `resolve`.
 */
export class EditorImage extends Parchment.EmbedBlot {
  static override blotName = 'image'
  static override tagName = 'IMG'
  static readonly attributes: readonly string[] = [
    'alt',
    'width',
    'height',
    'class',
    'data-custom',
    'data-local',
  ]
  static resolve: (path: string) => string = (path) => path

  static override create(value: unknown): HTMLElement {
    const node = super.create(value) as HTMLElement
    const source = String(value)
    if (isRemote(source)) node.setAttribute('src', source)
    else {
      node.setAttribute('data-local', source)
      const url = EditorImage.resolve(source)
      if (isRemote(url) || url.startsWith('blob:')) node.setAttribute('src', url)
    }
    return node
  }

  static override formats(node: HTMLElement): Record<string, string> {
    const formats: Record<string, string> = {}
    for (const name of EditorImage.attributes) {
      const value = node.getAttribute(name)
      if (value !== null && value !== '') formats[name] = value
    }
    return formats
  }

  static override value(node: HTMLElement): string {
    return node.getAttribute('data-local') ?? node.getAttribute('src') ?? ''
  }

  override format(name: string, value: unknown): void {
    if (!EditorImage.attributes.includes(name)) return super.format(name, value)
    // It belongs to the value: contents without it are common.
    if (name === 'data-local') return
    const node = this.domNode as HTMLElement
    if (value) node.setAttribute(name, String(value))
    else node.removeAttribute(name)
  }
}

function isRemote(source: string): boolean {
  return /^(https?:|data:image\/)/i.test(source)
}
