import type * as glassEasel from 'glass-easel'

/** Components come parents first; `ready` goes to children first. */
export function childrenFirst(components: glassEasel.GeneralComponent[]): glassEasel.GeneralComponent[] {
  const order: glassEasel.GeneralComponent[] = []
  const open: glassEasel.GeneralComponent[] = []
  for (const component of components) {
    while (open.length > 0 && !isInside(component, open.at(-1)!)) order.push(open.pop()!)
    open.push(component)
  }
  return order.concat(open.reverse())
}

function isInside(inner: glassEasel.Element, outer: glassEasel.Element): boolean {
  let node: glassEasel.Element | null = inner
  while (node) {
    if (node === outer) return true
    node = node.parentNode ?? (node as Partial<glassEasel.ShadowRoot>).getHostNode?.() ?? null
  }
  return false
}
