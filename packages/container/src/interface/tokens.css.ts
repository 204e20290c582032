import { css } from 'lit'

/**
 * Colours, sizes and motion of everything that the container draws itself. Set on the root of `<mini-program>`;
 * elements below read them as custom properties. Every pair of text and surface meets WCAG AA.
 */
export const tokens = css`
  .root {
    color-scheme: light;
    --sampan-primary: #0b7f60;
    --sampan-primary-press: #086850;
    --sampan-on-primary: #ffffff;
    --sampan-ink: #14213d;
    --sampan-ink-soft: #4d5873;
    --sampan-ink-faint: #626c83;
    --sampan-paper: #fafaf7;
    --sampan-surface: #ffffff;
    --sampan-surface-press: #eeefec;
    --sampan-fill: #f1f1ed;
    --sampan-line: rgb(20 33 61 / 12%);
    --sampan-accent: #f2994a;
    --sampan-danger: #c62f2f;
    --sampan-badge: #d93a3a;
    --sampan-scrim: rgb(12 18 32 / 52%);
    --sampan-toast: rgb(24 30 44 / 90%);
    --sampan-on-toast: #ffffff;
    --sampan-shadow: 0 12px 40px rgb(12 18 32 / 18%);
    --sampan-radius: 14px;
    --sampan-radius-small: 10px;
    --sampan-duration: 240ms;
    --sampan-easing: cubic-bezier(0.2, 0.7, 0.2, 1);
    --sampan-focus: #1d6fd1;
    --sampan-focus-width: 0px;
    font-family:
      system-ui,
      -apple-system,
      'PingFang SC',
      'Noto Sans SC',
      'Noto Sans CJK SC',
      'Microsoft YaHei',
      sans-serif;
    font-size: 17px;
    line-height: 1.4;
    color: var(--sampan-ink);
    -webkit-tap-highlight-color: transparent;
    -webkit-font-smoothing: antialiased;
  }
  .root[data-theme='dark'] {
    color-scheme: dark;
    --sampan-primary: #3fbf98;
    --sampan-primary-press: #63d0af;
    --sampan-on-primary: #06251c;
    --sampan-ink: #eceef2;
    --sampan-ink-soft: #b3bac8;
    --sampan-ink-faint: #98a1b3;
    --sampan-paper: #101418;
    --sampan-surface: #1d232b;
    --sampan-surface-press: #2a323d;
    --sampan-fill: #2a323d;
    --sampan-line: rgb(236 238 242 / 14%);
    --sampan-danger: #ff7b72;
    --sampan-scrim: rgb(0 0 0 / 62%);
    --sampan-toast: rgb(52 60 72 / 95%);
    --sampan-shadow: 0 12px 40px rgb(0 0 0 / 50%);
    --sampan-focus: #79b8ff;
  }
  @media (prefers-reduced-motion: reduce) {
    .root {
      --sampan-duration: 0ms;
    }
  }
  /* Whoever uses the keyboard sees where he is; a dialog that opens under a finger has no ring. */
  .root[data-keyboard] {
    --sampan-focus-width: 2px;
  }
  .root[data-fast] {
    --sampan-duration: 0ms;
  }
`

/** Keyboard focus looks the same everywhere; buttons start from nothing. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    margin: 0;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: var(--sampan-focus-width) solid var(--sampan-focus);
    outline-offset: -2px;
  }
`
