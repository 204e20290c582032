import { createMarkup, createSheet } from '../styling/sheets'
import { BACK_ICON, DANMU_ICON, FULL_SCREEN_ICON, PAUSE_ICON, PLAY_ICON, SOUND_ICON } from './icons'

/** `data-part` names what the player looks up; texts come from the program (title) or are times. */
export const playerMarkup = createMarkup(`
<div class="player" data-part="player">
  <video data-part="video" playsinline webkit-playsinline preload="metadata"></video>
  <div class="poster" data-part="poster" hidden></div>
  <div class="danmu" data-part="danmu" hidden></div>
  <div class="children"><slot></slot></div>
  <div class="top" data-part="top" hidden><button data-part="back">${BACK_ICON}</button><span data-part="title"></span></div>
  <button class="center" data-part="center" hidden>${PLAY_ICON}</button>
  <div class="busy" data-part="busy" hidden></div>
  <div class="hint" data-part="hint" hidden></div>
  <div class="bar" data-part="bar" hidden>
    <button class="play" data-part="play">${PLAY_ICON}${PAUSE_ICON}</button>
    <span class="time" data-part="time">00:00</span>
    <div class="progress" data-part="progress"><div class="rail"><div data-part="buffered"></div><div data-part="played"><i></i></div></div></div>
    <span class="time" data-part="duration">00:00</span>
    <button data-part="danmu-button">${DANMU_ICON}</button>
    <button data-part="mute">${SOUND_ICON}</button>
    <button data-part="full">${FULL_SCREEN_ICON}</button>
  </div>
  <div class="bottom-line" data-part="line" hidden><i></i></div>
</div>`)

export const playerSheet = createSheet(`
:host { display: inline-block; position: relative; width: 300px; height: 225px; overflow: hidden; }
:host([hidden]) { display: none; }
.player {
  position: absolute; inset: 0; width: auto; height: auto; max-width: none; max-height: none; margin: 0; padding: 0; border: 0;
  overflow: hidden; background: #000; color: #fff; font-size: 12px; line-height: 1;
}
.player.full { position: fixed; inset: 0; width: 100vw; height: 100vh; display: block; }
.player.full[data-turn] {
  inset: auto; left: 50%; top: 50%; width: 100vh; height: 100vw; transform: translate(-50%, -50%) rotate(90deg);
}
.player.full[data-turn='-90'] { transform: translate(-50%, -50%) rotate(-90deg); }
.player::backdrop { background: #000; }
video { display: block; width: 100%; height: 100%; object-fit: contain; }
.poster { position: absolute; inset: 0; background: #000 center / contain no-repeat; pointer-events: none; }
.children { position: absolute; inset: 0; pointer-events: none; }
.children > slot::slotted(*) { pointer-events: auto; }
.danmu { position: absolute; left: 0; right: 0; top: 0; height: 75%; overflow: hidden; pointer-events: none; font-size: 14px; }
.danmu > span { position: absolute; left: 100%; white-space: pre; text-shadow: 0 0 2px rgba(0, 0, 0, 0.8); }
button {
  flex: none; display: flex; align-items: center; justify-content: center; width: 32px; height: 40px; margin: 0; padding: 0;
  border: 0; background: none; color: inherit; cursor: pointer;
}
[hidden] { display: none !important; }
svg { width: 22px; height: 22px; fill: currentColor; }
.center {
  position: absolute; left: 50%; top: 50%; width: 56px; height: 56px; transform: translate(-50%, -50%); border-radius: 50%;
  background: rgba(0, 0, 0, 0.45); border: 1.5px solid rgba(255, 255, 255, 0.9);
}
.center svg { width: 30px; height: 30px; margin-left: 3px; }
.top {
  position: absolute; left: 0; right: 0; top: 0; display: flex; align-items: center; height: 44px; padding: 0 8px; font-size: 16px;
  background: linear-gradient(rgba(0, 0, 0, 0.6), transparent);
}
.top > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.player:not(.full) [data-part='back'] { display: none; }
.bar {
  position: absolute; left: 0; right: 0; bottom: 0; display: flex; align-items: center; height: 40px; padding: 0 6px;
  background: linear-gradient(transparent, rgba(0, 0, 0, 0.6));
}
.play > svg:nth-child(2), .player.playing .play > svg:nth-child(1) { display: none; }
.player.playing .play > svg:nth-child(2) { display: block; }
.time { flex: none; min-width: 36px; text-align: center; font-variant-numeric: tabular-nums; }
.progress { flex: 1; display: flex; align-items: center; height: 40px; margin: 0 8px; min-width: 0; touch-action: none; cursor: pointer; }
.rail { position: relative; width: 100%; height: 2px; border-radius: 1px; background: rgba(255, 255, 255, 0.3); }
.rail > div { position: absolute; left: 0; top: 0; height: 100%; width: 0; border-radius: 1px; background: rgba(255, 255, 255, 0.4); }
.rail > [data-part='played'] { background: #fff; }
.rail i { position: absolute; right: -6px; top: -5px; width: 12px; height: 12px; border-radius: 50%; background: #fff; }
.player:not(.danmu-on) [data-part='danmu-button'] { opacity: 0.45; }
.hint {
  position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%); padding: 10px 14px; border-radius: 6px;
  background: rgba(0, 0, 0, 0.6); font-size: 16px; pointer-events: none; font-variant-numeric: tabular-nums;
}
.busy {
  position: absolute; left: 50%; top: 50%; width: 32px; height: 32px; margin: -16px; border-radius: 50%;
  border: 3px solid rgba(255, 255, 255, 0.3); border-top-color: #fff; box-sizing: border-box; animation: turn 0.9s linear infinite;
  pointer-events: none;
}
@keyframes turn { to { transform: rotate(360deg); } }
.bottom-line { position: absolute; left: 0; right: 0; bottom: 0; height: 2px; background: rgba(255, 255, 255, 0.2); pointer-events: none; }
.bottom-line > i { display: block; width: 0; height: 100%; background: rgba(255, 255, 255, 0.7); }
`)

export type PlayerParts = Record<string, HTMLElement> & { video: HTMLVideoElement }

export function partsOf(root: ShadowRoot): PlayerParts {
  const parts = Object.create(null) as Record<string, HTMLElement>
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) parts[part.dataset.part!] = part
  return parts as PlayerParts
}
