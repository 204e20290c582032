import type { ContextDescription } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { createEditorEngine, type EditorEngine } from './editor-engine'

export const editorStyles = `
wx-editor {
  display: block; position: relative; height: auto; min-height: 200px; overflow: hidden; font-family: inherit;
  font-size: inherit;
}
:where(wx-editor) .ql-editor {
  position: relative; box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; padding: 0; outline: 0;
  overflow-y: auto;
  line-height: inherit; user-select: text; -webkit-user-select: text; white-space: pre-wrap;
}
:where(wx-editor) .ql-editor.ql-blank::before { left: 0; right: 0; color: var(--wx-placeholder); font-style: normal; }
:where(wx-editor) .ql-editor img { max-width: 100%; }
`

/** Rich text. The host is the text engine's container, so that style sheets find `.ql-container .ql-editor`. */
export class EditorElement extends ReflectingElement {
  private started: EditorEngine | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.schedule()
  }

  override describeContext(): ContextDescription {
    return { type: 'editor' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    return this.engine().call(name, args)
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (!this.isConnected) return
    const engine = this.engine()
    if (changed.has('read-only')) engine.setReadOnly(this.flag('read-only'))
    if (changed.has('placeholder')) engine.setPlaceholder(this.textOf('placeholder'))
  }

  private engine(): EditorEngine {
    if (this.started) return this.started
    this.started = createEditorEngine({
      host: this,
      placeholder: this.textOf('placeholder'),
      readOnly: this.flag('read-only'),
      resolveUrl: (path) => this.port.resolveUrl(path),
      onEvent: (name, detail) => this.emit(name, detail),
    })
    this.emit('ready', {})
    return this.started
  }
}
