import { addComponentStyles } from './page-styles/page-styles'

/** Tag → its class and, where the host needs some, its rules in the page. */
export type ComponentTable = Readonly<Record<string, [element: CustomElementConstructor, styles?: string]>>

/** Registers components as `wx-<tag>` and gives the page their rules. */
export function defineComponents(components: ComponentTable): void {
  addComponentStyles(
    Object.values(components)
      .map(([, styles]) => styles ?? '')
      .join('\n'),
  )
  for (const [tag, [element]] of Object.entries(components)) customElements.define(`wx-${tag}`, element)
}
