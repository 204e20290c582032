import type * as glassEasel from 'glass-easel'
import type { BackendEnvironment } from './backend-environment'
import { resolvePath } from './resolve-path'
import { scopedClass } from './scoped-class'
import { toWireValue } from './wire-value'

/** Attributes that name a file of the program. */
const FILE_ATTRIBUTES: ReadonlySet<string> = new Set(['src', 'poster'])
const IS_URL = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/** Of the element that has the attribute: where its template's names and paths mean something. */
export interface AttributeOwner {
  readonly __wxElement: glassEasel.Element | undefined
  readonly context: { readonly environment: BackendEnvironment; readonly root: unknown }
}

/** The value that the frame gets: names of classes and files mean the same there as in the template. */
export function attributeValue(element: AttributeOwner, name: string, value: unknown): unknown {
  if (name.endsWith('-class')) return scopedClasses(element, value)
  return FILE_ATTRIBUTES.has(name) ? pathFromRoot(element, value) : toWireValue(value)
}

/** `hover-class` and its like name classes of the template's style sheet. */
function scopedClasses({ __wxElement, context }: AttributeOwner, value: unknown): unknown {
  const options = __wxElement?.ownerShadowRoot?.getHostNode().getComponentOptions()
  if (typeof value !== 'string' || !options || value === 'none') return value
  const { styleScope, extraStyleScope } = options
  return value
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => [
      scopedClass(context.environment, name, styleScope ?? undefined),
      ...(extraStyleScope === null ? [] : [scopedClass(context.environment, name, extraStyleScope)]),
    ])
    .join(' ')
}

/** A component's pictures lie beside its own files. The frame knows the page's place only. */
function pathFromRoot({ __wxElement, context }: AttributeOwner, value: unknown): unknown {
  const owner = __wxElement?.ownerShadowRoot?.getHostNode()
  if (typeof value !== 'string' || !owner || owner.$$ === context.root) return toWireValue(value)
  const path = value.trim()
  return path === '' || IS_URL.test(path) ? value : `/${resolvePath(path, owner.is)}`
}
