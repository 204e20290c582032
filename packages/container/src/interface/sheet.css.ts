import { css } from 'lit'

/** Scrim, dialogs in the middle and sheets from below: what the container's own overlays share. */
export const sheetStyles = css`
  :host {
    position: absolute;
    inset: 0;
    display: flex;
    color: var(--sampan-ink);
    font-size: 17px;
    user-select: none;
    -webkit-user-select: none;
  }
  .scrim {
    position: absolute;
    inset: 0;
    background: var(--sampan-scrim);
    animation: fade-in var(--sampan-duration) ease-out;
  }
  .sheet {
    position: relative;
    align-self: flex-end;
    width: 100%;
    max-width: 640px;
    max-height: calc(100% - 64px);
    margin: 0 auto;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    background: var(--sampan-surface);
    border-radius: var(--sampan-radius) var(--sampan-radius) 0 0;
    padding-bottom: var(--bottom-inset, 0px);
    animation: rise var(--sampan-duration) var(--sampan-easing);
  }
  .dialog {
    position: relative;
    margin: auto;
    width: min(320px, calc(100% - 48px));
    max-height: calc(100% - 96px);
    display: flex;
    flex-direction: column;
    overflow: hidden;
    background: var(--sampan-surface);
    border-radius: var(--sampan-radius);
    box-shadow: var(--sampan-shadow);
    animation: pop var(--sampan-duration) var(--sampan-easing);
  }
  :host([leaving]) {
    pointer-events: none;
  }
  :host([leaving]) .scrim {
    animation: fade-out calc(var(--sampan-duration) * 0.75) ease-in forwards;
  }
  :host([leaving]) .sheet {
    animation: fall calc(var(--sampan-duration) * 0.75) ease-in forwards;
  }
  :host([leaving]) .dialog {
    animation: fade-out calc(var(--sampan-duration) * 0.6) ease-in forwards;
  }
  @keyframes fade-in {
    from {
      opacity: 0;
    }
  }
  @keyframes fade-out {
    to {
      opacity: 0;
    }
  }
  @keyframes rise {
    from {
      transform: translateY(100%);
    }
  }
  @keyframes fall {
    to {
      transform: translateY(100%);
    }
  }
  @keyframes pop {
    from {
      opacity: 0;
      transform: scale(0.94);
    }
  }
`
