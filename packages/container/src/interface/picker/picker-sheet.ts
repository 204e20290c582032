import { css, html } from 'lit'
import type { PickerAnswer } from '@sampan/protocol'
import { defineElement } from '../define-element'
import { OverlayPanel } from '../overlay-element'
import { sheetStyles } from '../sheet.css'
import { controls } from '../tokens.css'
import type { PickerModel } from './picker-model'
import './wheel'
import type { Wheel } from './wheel'

export interface PickerContent {
  title: string
  cancelText: string
  confirmText: string
  model: PickerModel
}

/** Wheels in a sheet. */
export class PickerSheet extends OverlayPanel {
  static override properties = { content: { attribute: false } }
  declare content: PickerContent
  onResult: (answer: PickerAnswer) => void = () => {}
  onChange: (column: number, index: number) => void = () => {}

  constructor() {
    super()
    this.addEventListener('cancel', () => this.onResult({ confirmed: false }))
    this.addEventListener('keydown', (event) => {
      const onWheel = event.composedPath().some((target) => (target as Element).localName === 'sampan-wheel')
      if (event.key === 'Enter' && onWheel) this.#confirm()
    })
  }

  static override styles = [
    controls,
    sheetStyles,
    css`
      header {
        display: grid;
        grid-template-columns: minmax(72px, auto) minmax(0, 1fr) minmax(72px, auto);
        align-items: center;
        min-height: 56px;
        border-bottom: 0.5px solid var(--sampan-line);
      }
      h2 {
        margin: 0;
        font-size: 16px;
        font-weight: 600;
        text-align: center;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button {
        min-height: 56px;
        padding: 0 20px;
        font-size: 16px;
        color: var(--sampan-ink-soft);
      }
      .confirm {
        color: var(--sampan-primary);
        font-weight: 600;
      }
      .wheels {
        position: relative;
        display: flex;
        padding: 8px 12px 16px;
      }
      .wheels::before {
        content: '';
        position: absolute;
        left: 16px;
        right: 16px;
        top: calc(8px + 88px);
        height: 44px;
        border-radius: var(--sampan-radius-small);
        background: var(--sampan-fill);
      }
    `,
  ]

  override render() {
    const { title, cancelText, confirmText, model } = this.content
    const indexes = model.indexes()
    const labels = model.labels()
    return html`<div class="scrim" @click=${() => this.onResult({ confirmed: false })}></div>
      <div class="sheet" role="dialog" aria-modal="true" aria-label=${title || confirmText}>
        <header>
          <button @click=${() => this.onResult({ confirmed: false })}>${cancelText}</button>
          <h2>${title}</h2>
          <button class="confirm" @click=${() => this.#confirm()}>${confirmText}</button>
        </header>
        <div class="wheels">
          ${model
            .columns()
            .map(
              (items, column) =>
                html`<sampan-wheel
                  .items=${items}
                  .index=${indexes[column] ?? 0}
                  .label=${labels[column] ?? ''}
                  ?autofocus=${column === 0}
                  @change=${(event: CustomEvent<number>) => this.#choose(column, event.detail)}
                ></sampan-wheel>`,
            )}
        </div>
      </div>`
  }

  /** The wheels are part of it: whoever waits may focus one. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete()
    const wheels = this.shadowRoot?.querySelectorAll<Wheel>('sampan-wheel') ?? []
    await Promise.all(Array.from(wheels, (wheel) => wheel.updateComplete))
    return isComplete
  }

  #choose(column: number, index: number): void {
    this.content.model.choose(column, index)
    this.requestUpdate()
    this.onChange(column, index)
  }

  #confirm(): void {
    this.onResult(this.content.model.answer())
  }
}

defineElement('sampan-picker-sheet', PickerSheet)
