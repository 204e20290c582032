import { LitElement, css, html, type TemplateResult } from 'lit'
import { defineElement } from '../../interface/define-element'
import { closeIcon } from '../sheets/sheet-icons'
import type { Text } from '../../interface/texts'
import { controls } from '../../interface/tokens.css'
import { saveToDisk } from './save-to-disk'

/**
 * Full-screen view of one file. PDF, images, sound, video and text are shown; other kinds offer the download. The
 * content is the program's: nothing of it runs, so HTML and SVG are never put into a frame.
 */
export class DocumentViewer extends LitElement {
  static override properties = {
    content: {},
    fileName: {},
    showMenu: { type: Boolean },
    plainText: { state: true },
  }
  declare content: Blob
  declare fileName: string
  declare showMenu: boolean
  declare text: Text
  declare close: () => void
  declare plainText: string | undefined
  private url = ''

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        background: var(--sampan-paper);
        color: var(--sampan-ink);
      }
      header {
        display: grid;
        grid-template-columns: 44px minmax(0, 1fr) auto;
        align-items: center;
        min-height: 44px;
        padding-top: var(--status-bar-height, 0px);
        /* Room for the menu button. */
        padding-right: 101px;
        border-bottom: 0.5px solid var(--sampan-line);
      }
      header button {
        display: grid;
        place-items: center;
        min-width: 44px;
        height: 44px;
      }
      h1 {
        margin: 0;
        font-size: 17px;
        font-weight: 600;
        text-align: center;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .save {
        padding: 0 16px;
        color: var(--sampan-primary);
      }
      .body {
        overflow: auto;
        display: grid;
      }
      embed {
        width: 100%;
        height: 100%;
      }
      img,
      video,
      audio {
        max-width: 100%;
        margin: auto;
      }
      pre {
        margin: 0;
        padding: 16px;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 14px;
      }
      .card {
        margin: auto;
        padding: 32px;
        text-align: center;
      }
      .card p {
        color: var(--sampan-ink-soft);
      }
      .card button {
        margin-top: 16px;
        padding: 10px 28px;
        border-radius: var(--sampan-radius-small);
        background: var(--sampan-primary);
        color: var(--sampan-on-primary);
      }
    `,
  ]

  constructor() {
    super()
    this.addEventListener('cancel', () => this.close())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.url = URL.createObjectURL(this.content)
    if (kindOf(this.content) === 'text') {
      void this.content
        .slice(0, 2 * 1024 * 1024)
        .text()
        .then((text) => (this.plainText = text))
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    URL.revokeObjectURL(this.url)
  }

  override render(): TemplateResult {
    return html`<header>
        <button aria-label=${this.text('close')} @click=${this.close}>${closeIcon}</button>
        <h1>${this.fileName}</h1>
        ${
          this.showMenu
            ? html`<button class="save" @click=${this.save}>${this.text('document.save')}</button>`
            : html`<span></span>`
        }
      </header>
      <div class="body">${this.renderContent()}</div>`
  }

  private renderContent(): TemplateResult {
    switch (kindOf(this.content)) {
      case 'pdf':
        return html`<embed type="application/pdf" src=${this.url} />`
      case 'image':
        return html`<img src=${this.url} alt=${this.fileName} />`
      case 'video':
        return html`<video src=${this.url} controls></video>`
      case 'audio':
        return html`<audio src=${this.url} controls></audio>`
      case 'text':
        return html`<pre>${this.plainText ?? ''}</pre>`
      case 'other':
        return html`<div class="card">
          <strong>${this.fileName}</strong>
          <p>${this.text('document.noViewer')}</p>
          <button @click=${this.save}>${this.text('document.save')}</button>
        </div>`
    }
  }

  private readonly save = (): void => saveToDisk(this.content, this.fileName)
}
defineElement('sampan-document-viewer', DocumentViewer)

type DocumentKind = 'pdf' | 'image' | 'video' | 'audio' | 'text' | 'other'

function kindOf({ type }: Blob): DocumentKind {
  if (type === 'application/pdf') return navigator.pdfViewerEnabled ? 'pdf' : 'other'
  if (type === 'text/plain' || type === 'application/json') return 'text'
  const family = type.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'other'
}
