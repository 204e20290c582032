import { createMarkup, createSheet } from '../styling/sheets'

/** Looks shared by everything that shows a live picture, or says with an icon that there is none. */
export const stageMarkup = createMarkup(`
<div class="stage">
  <video playsinline webkit-playsinline hidden></video>
  <svg class="none" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h11a2 2 0 0 1 2 2v1.5l5-3v11l-5-3V16a2 2 0 0 1-2 2H3z"/></svg>
  <div class="children"><slot></slot></div>
</div>`)

export const stageSheet = createSheet(`
:host { display: block; position: relative; width: 300px; height: 225px; overflow: hidden; }
:host(wx-camera) { width: 100%; height: 300px; }
:host([hidden]), [hidden] { display: none !important; }
.stage {
  position: absolute; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0; max-width: none; max-height: none;
  display: flex; align-items: center; justify-content: center; overflow: hidden; background: #000;
}
.stage.full { position: fixed; inset: 0; width: 100vw; height: 100vh; }
.stage.full[data-turn] { inset: auto; left: 50%; top: 50%; width: 100vh; height: 100vw; transform: translate(-50%, -50%) rotate(90deg); }
.stage.full[data-turn='-90'] { transform: translate(-50%, -50%) rotate(-90deg); }
video { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; }
video.fill { object-fit: cover; }
video.mirrored { transform: scaleX(-1); }
.none { width: 40px; height: 40px; fill: #555; }
.children { position: absolute; inset: 0; pointer-events: none; }
.children > slot::slotted(*) { pointer-events: auto; }
`)
