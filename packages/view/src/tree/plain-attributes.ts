/** Attributes that style sheets select by or that the DOM itself understands; the rest never reach the DOM. */
const REFLECTED = new Set([
  'hidden',
  'disabled',
  'type',
  'size',
  'plain',
  'loading',
  'checked',
  'mode',
  'wx-host',
  'role',
  'name',
  'space',
  'selectable',
  'user-select',
  'slot',
])

export function setPlainAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (name === 'aria-role') {
    set(element, 'role', value)
    return
  }
  if (REFLECTED.has(name) || name.startsWith('aria-') || name.startsWith('data-')) set(element, name, value)
}

function set(element: HTMLElement, name: string, value: unknown): void {
  if (name === 'hidden') {
    element.toggleAttribute(name, Boolean(value))
  } else if (value === undefined || value === null || value === false) {
    element.removeAttribute(name)
  } else if (typeof value !== 'object') {
    element.setAttribute(name, value === true ? '' : String(value))
  }
}
