import { createMarkup, createSheet } from '../styling/sheets'

export const swiperMarkup = createMarkup(`
<div class="window">
  <div class="viewport"><div class="track"></div></div>
  <div class="dots" hidden></div>
</div>`)

export const swiperSheet = createSheet(`
:host { display: block; height: 150px; }
:host([hidden]) { display: none; }
.window { position: relative; width: 100%; height: 100%; overflow: hidden; }
.viewport { position: absolute; inset: 0; }
.track { position: absolute; left: 0; top: 0; width: 100%; height: 100%; will-change: transform; }
.slide { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
.slide > slot::slotted(*) { display: block; width: 100%; height: 100%; }
.dots {
  position: absolute; left: 50%; bottom: 10px; display: flex; gap: 8px; transform: translateX(-50%); pointer-events: none;
}
.dots[hidden] { display: none; }
.dots.vertical { left: auto; right: 10px; top: 50%; bottom: auto; flex-direction: column; transform: translateY(-50%); }
.dots > i {
  flex: none; width: 8px; height: 8px; border-radius: 50%; background: var(--dot, rgba(0, 0, 0, 0.3));
  transition: background-color 0.2s;
}
.dots > i.active { background: var(--active-dot, #000000); }
`)
