import { css } from 'lit'

/** The skeleton: stage with pages, tab bar, menu button, overlay, curtain. */
export const screenStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    contain: strict;
    width: 100%;
    height: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  .root,
  .stage,
  .overlay,
  .curtain,
  .page {
    position: absolute;
    inset: 0;
  }
  .root {
    overflow: hidden;
    background: var(--sampan-paper);
    isolation: isolate;
  }
  .stage {
    overflow: hidden;
    z-index: 0;
  }
  .page {
    display: flex;
    flex-direction: column;
    background: var(--page-background, var(--sampan-surface));
    will-change: transform;
  }
  .page.waiting,
  .page.covered {
    visibility: hidden;
  }
  .page.custom-navigation sampan-navigation-bar {
    display: none;
  }
  .stage[data-tabs='bottom'] .page.tab {
    padding-bottom: calc(50px + var(--bottom-inset, 0px));
  }
  .stage[data-tabs='top'] .page.tab .frame-area {
    margin-top: 50px;
  }
  .stage .page.full {
    z-index: 100 !important;
    padding: 0;
  }
  .page.full sampan-navigation-bar,
  .stage[data-full] ~ sampan-capsule {
    display: none;
  }
  .stage .page.full .frame-area {
    margin: 0;
  }
  .frame-area {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .frame-area > iframe {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
    background: transparent;
    /* What prefers-color-scheme says in the frame: the program's theme, not the browser's. */
    color-scheme: inherit;
  }
  .swipe-edge {
    display: none;
    position: absolute;
    z-index: 40;
    inset: 64px auto 0 0;
    width: 18px;
    touch-action: none;
  }
  @media (pointer: coarse) {
    .swipe-edge {
      display: block;
    }
  }
  .overlay {
    z-index: 30;
    pointer-events: none;
  }
  .overlay-item {
    position: absolute;
    inset: 0;
    pointer-events: auto;
  }
  .overlay-item.passive {
    pointer-events: none;
  }
  .curtain {
    z-index: 10;
    pointer-events: none;
  }
  .curtain > * {
    pointer-events: auto;
  }
  .plain-problem {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 16px;
    padding: 32px;
    background: var(--sampan-paper);
    text-align: center;
  }
  sampan-capsule {
    z-index: 40;
  }
  .inset-probe {
    position: absolute;
    visibility: hidden;
    padding: env(safe-area-inset-top, 0px) 0 env(safe-area-inset-bottom, 0px);
  }
`
