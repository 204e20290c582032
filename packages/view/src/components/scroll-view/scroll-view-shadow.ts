import { createMarkup, createSheet } from '../styling/sheets'

export const scrollViewMarkup = createMarkup(`
<div class="frame">
  <div class="refresher" data-look="black">
    <slot name="refresher"></slot>
    <div class="dots"><i></i><i></i><i></i></div>
  </div>
  <div class="scroller"><slot></slot></div>
</div>`)

export const scrollViewSheet = createSheet(`
:host { display: block; width: 100%; }
:host([hidden]) { display: none; }
.frame { position: relative; width: 100%; height: 100%; max-height: inherit; }
.frame.pulled { overflow: hidden; }
.scroller {
  position: relative; box-sizing: border-box; width: 100%; height: 100%; max-height: inherit;
  overflow: hidden; overflow-anchor: none; scrollbar-width: none; touch-action: var(--sp-scroll-touch, auto);
}
.scroller::-webkit-scrollbar { display: none; }
.scroller.x { overflow-x: auto; }
.scroller.y { overflow-y: auto; }
.scroller.anchoring { overflow-anchor: auto; }
.flex {
  display: inherit; flex-direction: inherit; flex-wrap: inherit; justify-content: inherit; align-items: inherit;
  align-content: inherit; gap: inherit;
}
.frame.flex > .scroller { flex: 0 0 100%; min-width: 0; }
.scroller.row { display: flex; flex-direction: row; }
.scroller.row > slot::slotted(*) { flex-shrink: 0; }
.refresher {
  display: flex; flex-direction: column; justify-content: flex-end; position: absolute; left: 0; right: 0; top: 0;
  height: 0; overflow: hidden;
}
.refresher > slot::slotted(*) { flex: none; }
.dots { display: flex; flex: none; align-items: center; justify-content: center; height: 45px; }
.refresher[data-look='none'] > .dots { display: none; }
.dots > i { width: 6px; height: 6px; margin: 0 4px; border-radius: 50%; background: rgba(0, 0, 0, 0.3); }
.refresher[data-look='white'] i { background: rgba(255, 255, 255, 0.6); }
.refresher.busy i { animation: pulse 1.1s infinite; }
.refresher.busy i:nth-child(2) { animation-delay: 0.15s; }
.refresher.busy i:nth-child(3) { animation-delay: 0.3s; }
@keyframes pulse { 0%, 60%, 100% { opacity: 1; } 30% { opacity: 0.25; } }
.thumb {
  position: absolute; border-radius: 2px; background: rgba(0, 0, 0, 0.35); opacity: 0; pointer-events: none;
  transition: opacity 0.25s; will-change: transform;
}
.thumb.vertical { top: 0; right: 2px; width: 3px; height: 0; }
.thumb.horizontal { left: 0; bottom: 2px; height: 3px; width: 0; }
`)
