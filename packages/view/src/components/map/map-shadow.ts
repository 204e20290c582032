import { createMarkup, createSheet } from '../styling/sheets'

export const mapMarkup = createMarkup(`
<div class="map">
  <canvas></canvas>
  <div class="markers"></div>
  <div class="me" hidden><i></i></div>
  <div class="callouts"><slot name="callout"></slot></div>
  <div class="controls"></div>
  <button class="compass" hidden aria-label="north"><i></i></button>
  <div class="scale" hidden><span></span></div>
  <div class="attribution"></div>
  <div class="children"><slot></slot></div>
</div>`)

export const mapSheet = createSheet(`
:host { display: block; position: relative; width: 300px; height: 150px; }
:host([hidden]), [hidden] { display: none !important; }
.map { position: absolute; inset: 0; overflow: hidden; background: #f3f1ec; font-size: 14px; line-height: 1.3; text-align: left; z-index: 0; }
.map.scrolls { touch-action: none; }
canvas { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
.markers, .controls, .children, .callouts { position: absolute; inset: 0; pointer-events: none; }
.children > slot::slotted(*), .callouts > slot::slotted(*) { pointer-events: auto; }
.callouts > slot::slotted(*) { position: absolute; left: 0; top: 0; width: auto; height: auto; overflow: visible; }
.marker { position: absolute; left: 0; top: 0; width: 0; height: 0; }
.marker > * { position: absolute; left: 0; top: 0; pointer-events: auto; }
.marker > img { max-width: none; -webkit-user-drag: none; }
.callout, .label { box-sizing: border-box; width: max-content; max-width: 240px; white-space: pre-wrap; line-height: 1.35; }
.callout { box-shadow: 0 1px 6px rgba(0, 0, 0, 0.2); }
.callout::after {
  content: ''; position: absolute; left: 50%; top: 100%; margin-left: -6px; border: 6px solid transparent; border-bottom: 0;
  border-top-color: var(--tail);
}
.controls > img { position: absolute; pointer-events: auto; }
.me { position: absolute; left: 0; top: 0; width: 0; height: 0; }
.me > i {
  position: absolute; left: -9px; top: -9px; width: 12px; height: 12px; border: 3px solid #fff; border-radius: 50%; background: #3c8cff;
  box-shadow: 0 0 0 8px rgba(60, 140, 255, 0.2), 0 1px 4px rgba(0, 0, 0, 0.4);
}
.compass {
  position: absolute; right: 10px; top: 10px; width: 36px; height: 36px; padding: 0; border: 0; border-radius: 50%; background: #fff;
  box-shadow: 0 1px 4px rgba(0, 0, 0, 0.3);
}
.compass > i {
  position: absolute; left: 14px; top: 5px; width: 8px; height: 26px;
  background: linear-gradient(#fa5151 50%, #bbb 50%); clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
}
.scale {
  position: absolute; left: 10px; bottom: 10px; height: 6px; border: 1px solid #555; border-top: 0; color: #555; font-size: 10px;
  pointer-events: none;
}
.scale > span { position: absolute; left: 0; right: 0; bottom: 4px; text-align: center; }
.attribution { position: absolute; right: 4px; bottom: 2px; color: #888; font-size: 10px; pointer-events: none; }
`)
