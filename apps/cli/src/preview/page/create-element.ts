type Child = Node | string | undefined | false

/** An element with properties and children. Text stays text. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

export function addStyle(css: string): void {
  document.head.append(h('style', { textContent: css }))
}
