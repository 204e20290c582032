import { V2 } from '../page-styles/page-styles'

const spokes = Array.from({ length: 12 }, (_, index) => {
  const opacity = (0.15 + (0.7 * index) / 11).toFixed(2)
  return `<rect x='46' y='6' width='8' height='24' rx='4' opacity='${opacity}' transform='rotate(${index * 30} 50 50)'/>`
}).join('')
const spinner = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>${spokes}</svg>`

const pressed = (colour: string): string => `color-mix(in srgb, ${colour} 90%, #000)`

export const buttonStyles = `
wx-button {
  position: relative; display: block; box-sizing: border-box; overflow: hidden;
  margin-left: auto; margin-right: auto; padding-left: 14px; padding-right: 14px;
  font-size: 18px; line-height: 2.55555556; text-align: center; text-decoration: none; white-space: normal;
  color: #000; background-color: #f8f8f8; border-radius: 5px; cursor: pointer;
}
wx-button::after {
  content: ' '; position: absolute; left: 0; top: 0; box-sizing: border-box; width: 200%; height: 200%;
  border: 1px solid rgba(0, 0, 0, 0.2); border-radius: 10px; transform: scale(0.5); transform-origin: 0 0;
  pointer-events: none;
}
wx-button[type=default] { color: #000; background-color: #f8f8f8; }
wx-button[type=primary] { color: #fff; background-color: var(--wx-primary); }
wx-button[type=warn] { color: #fff; background-color: var(--wx-warn); }
wx-button[size=mini] { display: inline-block; padding: 0 1.34em; font-size: 13px; line-height: 2.3; }

wx-button[disabled] { color: rgba(255, 255, 255, 0.6); cursor: default; }
wx-button[disabled]:not([type]), wx-button[disabled][type=default] { color: rgba(0, 0, 0, 0.3); background-color: #f7f7f7; }
wx-button[disabled][type=primary] { background-color: color-mix(in srgb, var(--wx-primary) 43%, #fff); }
wx-button[disabled][type=warn] { background-color: color-mix(in srgb, var(--wx-warn) 62%, #fff); }

wx-button[plain], wx-button[plain][type=default] { color: var(--wx-plain-ink); background-color: transparent; border: 1px solid var(--wx-plain-ink); }
wx-button[plain][type=primary] { color: var(--wx-primary-ink); background-color: transparent; border: 1px solid var(--wx-primary-ink); }
wx-button[plain][type=warn] { color: var(--wx-warn); background-color: transparent; border: 1px solid var(--wx-warn); }
wx-button[plain]::after { border-width: 0; }
wx-button[plain][disabled], wx-button[plain][disabled][type] {
  color: var(--wx-plain-disabled); border-color: var(--wx-plain-disabled); background-color: transparent;
}

wx-button[loading]::before {
  content: ' '; display: inline-block; width: 18px; height: 18px; margin-right: 4px; vertical-align: middle;
  background-color: currentColor; mask: url("data:image/svg+xml,${spinner}") no-repeat 0 0 / 100%;
  animation: sampan-button-loading 1s steps(12, end) infinite;
}
wx-button[loading][type=default] { color: rgba(0, 0, 0, 0.6); background-color: ${pressed('#f8f8f8')}; }
wx-button[loading][type=primary] { color: rgba(255, 255, 255, 0.6); background-color: ${pressed('var(--wx-primary)')}; }
wx-button[loading][type=warn] { color: rgba(255, 255, 255, 0.6); background-color: ${pressed('var(--wx-warn)')}; }
wx-button[loading][plain] { background-color: transparent; }
wx-button[loading][plain][type=primary] { color: var(--wx-primary-ink); background-color: transparent; }
wx-button[loading][plain][type=warn] { color: var(--wx-warn); background-color: transparent; }
@keyframes sampan-button-loading { to { transform: rotate(360deg); } }

.button-hover { color: rgba(0, 0, 0, 0.6); background-color: #dedede; }
.button-hover[type=default] { color: rgba(0, 0, 0, 0.6); background-color: #dedede; }
.button-hover[type=primary] { color: rgba(255, 255, 255, 0.6); background-color: ${pressed('var(--wx-primary)')}; }
.button-hover[type=warn] { color: rgba(255, 255, 255, 0.6); background-color: ${pressed('var(--wx-warn)')}; }
.button-hover[plain], .button-hover[plain][type] { opacity: 0.6; background-color: transparent; }

wx-button:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: 2px; }

${V2} wx-button {
  padding: 8px 24px; font-size: 17px; font-weight: 700; line-height: 1.41176471; border-radius: 4px;
  color: var(--wx-primary-ink); background-color: var(--wx-fill);
}
${V2} wx-button:not([size=mini]) { width: 184px; margin-left: auto; margin-right: auto; }
${V2} wx-button::after { border-width: 0; }
${V2} wx-button[type=default] { color: var(--wx-primary-ink); background-color: var(--wx-fill); }
${V2} wx-button[type=primary] { color: #fff; background-color: var(--wx-primary); }
${V2} wx-button[type=warn] { color: var(--wx-warn); background-color: var(--wx-fill); }
${V2} wx-button[size=mini] { width: auto; padding: 0 0.75em; font-size: 16px; line-height: 2; }
${V2} wx-button[disabled], ${V2} wx-button[disabled]:not([type]), ${V2} wx-button[disabled][type] {
  color: var(--wx-ink-disabled); background-color: var(--wx-fill-disabled);
}
${V2} wx-button[plain], ${V2} wx-button[plain][type=default] { color: var(--wx-plain-ink); background-color: transparent; border: 1px solid var(--wx-plain-ink); }
${V2} wx-button[plain][type=primary] { color: var(--wx-primary-ink); background-color: transparent; border: 1px solid var(--wx-primary-ink); }
${V2} wx-button[plain][type=warn] { color: var(--wx-warn); background-color: transparent; border: 1px solid var(--wx-warn); }
${V2} wx-button[plain][disabled], ${V2} wx-button[plain][disabled][type] {
  color: var(--wx-plain-disabled); border-color: var(--wx-plain-disabled); background-color: transparent;
}
${V2} wx-button[loading][type=warn] { color: var(--wx-warn); background-color: ${pressed('var(--wx-fill)')}; }
${V2} .button-hover { color: inherit; background-color: ${pressed('var(--wx-fill)')}; }
${V2} .button-hover[type=default] { color: var(--wx-primary-ink); background-color: ${pressed('var(--wx-fill)')}; }
${V2} .button-hover[type=primary] { color: #fff; background-color: ${pressed('var(--wx-primary)')}; }
${V2} .button-hover[type=warn] { color: var(--wx-warn); background-color: ${pressed('var(--wx-fill)')}; }
${V2} .button-hover[plain], ${V2} .button-hover[plain][type] { opacity: 0.6; background-color: transparent; }
`
