/**
 * Rules for the hosts of components and for those insides that programs are used to restyle (`.wx-switch-input`). They
 * are ordinary rules at the very start of the page, with the weight that WeChat's have: a program's class loses to
 * `wx-button[type=primary]` and wins over `wx-button`, and programs are written with that in mind.
 */
export function addComponentStyles(css: string, into: Document = document): void {
  let style = into.querySelector<HTMLStyleElement>('style[data-components]')
  if (!style) {
    style = into.createElement('style')
    style.dataset.components = ''
    into.head.prepend(style)
  }
  style.append(css)
}

/** `html[data-style-v2]` without its weight. */
export const V2 = ':where(html[data-style-v2])'
