/**
 * WeChat's accessibility attributes are ARIA's; only the role has a prefix (`aria-role`). False is a state worth
 * telling (`aria-checked="false"`), so that booleans become words. Returns whether the name was one of them.
 */
export function applyAria(element: Element, name: string, value: unknown): boolean {
  if (!name.startsWith('aria-')) return false
  const attribute = name === 'aria-role' ? 'role' : name
  if (value === undefined || value === null || value === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, String(value))
  return true
}
