import { css } from 'lit'

/** Look of every sheet that a capability shows. Colours are the container's tokens. */
export const sheetStyles = css`
  :host {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    color: var(--sampan-ink);
  }
  :host([layout='sheet']) {
    justify-content: flex-end;
    background: var(--sampan-scrim);
    animation: appear var(--sampan-duration) ease;
  }
  :host([layout='dialog']) {
    justify-content: center;
    padding: 24px;
    background: var(--sampan-scrim);
    animation: appear var(--sampan-duration) ease;
  }
  .panel {
    display: flex;
    flex-direction: column;
    max-height: 90%;
    overflow: auto;
    background: var(--sampan-surface);
    padding: 20px 20px calc(20px + env(safe-area-inset-bottom, 0px));
    gap: 14px;
  }
  :host([layout='sheet']) .panel {
    border-radius: var(--sampan-radius) var(--sampan-radius) 0 0;
    animation: rise var(--sampan-duration) var(--sampan-easing);
  }
  :host([layout='dialog']) .panel {
    width: 100%;
    max-width: 340px;
    margin: 0 auto;
    border-radius: var(--sampan-radius);
  }
  :host([layout='full']) .panel {
    flex: 1;
    max-height: none;
    background: var(--sampan-paper);
    padding-top: calc(var(--status-bar-height, 0px) + 6px);
  }
  @keyframes appear {
    from {
      background: transparent;
    }
  }
  @keyframes rise {
    from {
      transform: translateY(100%);
    }
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  h1 {
    font-size: 17px;
    font-weight: 600;
  }
  h2 {
    font-size: 20px;
    font-weight: 600;
  }
  .bar {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) 44px;
    align-items: center;
    min-height: 44px;
    text-align: center;
  }
  .bar button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
  }
  .who {
    color: var(--sampan-ink-soft);
    font-size: 15px;
  }
  .note {
    color: var(--sampan-ink-soft);
    font-size: 14px;
  }
  .note,
  .who {
    overflow-wrap: anywhere;
  }
  .simulation {
    padding: 8px 12px;
    border-radius: var(--sampan-radius-small);
    background: var(--sampan-fill);
    color: var(--sampan-ink-soft);
    font-size: 13px;
  }
  .amount {
    font-size: 34px;
    font-weight: 600;
    text-align: center;
  }
  .rows {
    border-radius: var(--sampan-radius-small);
    overflow: hidden;
    background: var(--sampan-fill);
  }
  :host([layout='full']) .rows {
    background: var(--sampan-surface);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 52px;
    padding: 8px 14px;
    text-align: start;
  }
  .row + .row {
    border-top: 0.5px solid var(--sampan-line);
  }
  .row > :first-child {
    flex: 1;
    min-width: 0;
  }
  button.row:active {
    background: var(--sampan-surface-press);
  }
  .row small {
    display: block;
    color: var(--sampan-ink-soft);
    font-size: 13px;
  }
  label.field {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    align-items: center;
    min-height: 48px;
    padding: 4px 14px;
  }
  label.field + label.field {
    border-top: 0.5px solid var(--sampan-line);
  }
  input[type='text'],
  input[type='tel'],
  input[type='search'],
  textarea {
    width: 100%;
    min-width: 0;
    padding: 8px 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
  }
  input.search {
    padding: 10px 14px;
    border-radius: var(--sampan-radius-small);
    background: var(--sampan-fill);
  }
  input[type='checkbox'] {
    flex: none;
    width: 22px;
    height: 22px;
    accent-color: var(--sampan-primary);
  }
  input[role='switch'] {
    appearance: none;
    position: relative;
    width: 50px;
    height: 30px;
    margin: 0;
    border-radius: 15px;
    background: var(--sampan-ink-faint);
    transition: background var(--sampan-duration);
  }
  input[role='switch']::after {
    content: '';
    position: absolute;
    inset: 2px auto 2px 2px;
    width: 26px;
    border-radius: 13px;
    background: #fff;
    transition: translate var(--sampan-duration) var(--sampan-easing);
  }
  input[role='switch']:checked {
    background: var(--sampan-primary);
  }
  input[role='switch']:checked::after {
    translate: 20px;
  }
  .actions {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 12px;
    margin-top: 6px;
  }
  .primary,
  .secondary {
    min-height: 48px;
    padding: 0 16px;
    border-radius: var(--sampan-radius-small);
    font-weight: 600;
    text-align: center;
  }
  .primary {
    background: var(--sampan-primary);
    color: var(--sampan-on-primary);
  }
  .primary:active {
    background: var(--sampan-primary-press);
  }
  .primary:disabled {
    opacity: 0.5;
  }
  .secondary {
    background: var(--sampan-fill);
  }
  .fill {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .scroll {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`
