import type { QueryRequest } from '@sampan/protocol'
import { BuiltInElement } from '../built-in-element'
import type { NodeTable } from '../tree/node-table'

/** One request of a `SelectorQuery`, measured now. What only the worker knows (dataset, mark) it adds itself. */
export function answerQuery(request: QueryRequest, nodes: NodeTable): unknown {
  if (request.nodes === 'viewport') return describeViewport(request.fields)
  const answers = request.nodes.map((id) => {
    const element = nodes.element(id)
    return element ? describeElement(element, request.fields) : null
  })
  return request.all ? answers : (answers[0] ?? null)
}

function describeViewport(fields: QueryRequest['fields']): Record<string, unknown> {
  const page = document.scrollingElement ?? document.documentElement
  const answer: Record<string, unknown> = {}
  if (fields.rect) Object.assign(answer, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })
  if (fields.size) Object.assign(answer, { width: innerWidth, height: innerHeight })
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = page
    Object.assign(answer, { scrollLeft, scrollTop, scrollWidth, scrollHeight })
  }
  return answer
}

function describeElement(element: HTMLElement, fields: QueryRequest['fields']): Record<string, unknown> {
  const answer: Record<string, unknown> = {}
  if (fields.rect || fields.size) {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    if (fields.rect) Object.assign(answer, { left, top, right, bottom })
    if (fields.size) Object.assign(answer, { width, height })
  }
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
    Object.assign(
      answer,
      element instanceof BuiltInElement && element.scrollPosition
        ? element.scrollPosition()
        : { scrollLeft, scrollTop, scrollWidth, scrollHeight },
    )
  }
  for (const name of fields.properties ?? []) {
    answer[name] =
      element instanceof BuiltInElement ? element.queryProperty(name) : element.getAttribute(name)
  }
  if (fields.computedStyle?.length) {
    const style = getComputedStyle(element)
    for (const name of fields.computedStyle) answer[name] = style.getPropertyValue(dashed(name)) || undefined
  }
  if ((fields.context || fields.node) && element instanceof BuiltInElement) {
    const description = element.describeContext?.() ?? null
    if (fields.context) answer.context = description
    if (fields.node) answer.node = description
  }
  return answer
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
