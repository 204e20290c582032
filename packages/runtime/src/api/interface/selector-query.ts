import type { QueryFields, QueryRequest } from '@sampan/protocol'
import type { ApiContext, PageView } from '../api-context'

/** Makes the objects that `context()` and `node()` answer, from what the frame told about a node. */
export type NodeObjectMaker = (
  kind: 'context' | 'node',
  description: unknown,
  page: PageView,
  node: number,
  owner: unknown,
) => unknown

type Callback = (result: unknown) => void

interface Selection {
  selector: string | 'viewport'
  all: boolean
  owner: unknown
}

/** What one call on a NodesRef asks for: parts from the frame, and `id`, `dataset`, `mark` from the worker. */
interface Question {
  selection: Selection
  frame: QueryFields
  own: { id?: boolean; dataset?: boolean; mark?: boolean }
  callback: Callback | undefined
}

export interface FieldsOption {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

export interface SelectorQueryParts {
  context: ApiContext
  makeNodeObject: NodeObjectMaker
  /** Component or page instance; without one, the page that is on top when the query is made. */
  owner?: unknown
}

/** `wx.createSelectorQuery()` and the method of the same name on pages and components. */
export function createSelectorQuery({ context, makeNodeObject, owner }: SelectorQueryParts): object {
  const topPage = context.program.currentPage()
  let root = owner
  let questions: Question[] = []

  const query = {
    in(component: unknown) {
      root = component
      return query
    },
    select: (selector: unknown) => nodesRef({ selector: String(selector), all: false, owner: root }),
    selectAll: (selector: unknown) => nodesRef({ selector: String(selector), all: true, owner: root }),
    selectViewport: () => nodesRef({ selector: 'viewport', all: false, owner: undefined }),
    exec(callback?: unknown) {
      const asked = questions
      questions = []
      void run(asked).then((results) => {
        asked.forEach((question, index) => report(question.callback, results[index]))
        if (typeof callback === 'function') report(callback as Callback, results)
      })
      return query
    },
  }

  function report(callback: Callback | undefined, result: unknown): void {
    if (callback) context.program.runUserCode(() => callback(result), 'SelectorQuery callback')
  }

  function nodesRef(selection: Selection) {
    const ask = (frame: QueryFields, own: Question['own'], callback: unknown) => {
      questions.push({
        selection,
        frame,
        own,
        callback: typeof callback === 'function' ? (callback as Callback) : undefined,
      })
      return query
    }
    const identity = { id: true, dataset: true }
    return {
      boundingClientRect: (callback?: unknown) => ask({ rect: true, size: true }, identity, callback),
      scrollOffset: (callback?: unknown) => ask({ scrollOffset: true }, identity, callback),
      context: (callback?: unknown) => ask({ context: true }, {}, callback),
      node: (callback?: unknown) => ask({ node: true }, {}, callback),
      ref: (callback?: unknown) => ask({ node: true }, {}, callback),
      fields: (fields: FieldsOption, callback?: unknown) =>
        ask(frameFields(fields), ownFields(fields), callback),
    }
  }

  async function run(asked: Question[]): Promise<unknown[]> {
    // A query may be made while its page is still being created: it is about what is there afterwards.
    await Promise.resolve()
    const page =
      (root === undefined ? undefined : context.program.pageOf(root)) ??
      topPage ??
      context.program.currentPage()
    if (!page) return asked.map(({ selection }) => (selection.all ? [] : null))
    const found = asked.map(({ selection }) => findNodes(page, selection))
    const requests = asked.map((question, index) => toRequest(question, found[index] ?? []))
    const answers = await page.query(requests).catch((error: unknown) => {
      context.warn(`A selector query failed: ${error instanceof Error ? error.message : String(error)}`)
      return [] as unknown[]
    })
    return asked.map((question, index) => toResult(question, found[index] ?? [], answers[index], page))
  }

  function toResult(
    question: Question,
    nodes: number[] | 'viewport',
    answer: unknown,
    page: PageView,
  ): unknown {
    const { selection, own, frame } = question
    if (nodes === 'viewport') return { ...identityOf(undefined, own), ...(answer as object | null) }
    const describe = (measured: unknown, node: number | undefined) => {
      if (typeof measured !== 'object' || measured === null || node === undefined) return null
      const part = measured as Record<string, unknown>
      const made = (kind: 'context' | 'node') =>
        frame[kind] ? { [kind]: makeNodeObject(kind, part[kind], page, node, selection.owner) ?? null } : {}
      return {
        ...identityOf(page.describeNode(node), own),
        ...part,
        ...made('context'),
        ...made('node'),
      }
    }
    if (!selection.all) return nodes.length === 0 ? null : describe(answer, nodes[0])
    // Nodes that went away meanwhile are left out.
    const measured = Array.isArray(answer) ? (answer as unknown[]) : []
    return measured.map((each, index) => describe(each, nodes[index])).filter((each) => each !== null)
  }

  return query
}

function findNodes(page: PageView, { selector, all, owner }: Selection): number[] | 'viewport' {
  return selector === 'viewport' ? 'viewport' : page.select(selector, all, owner)
}

function toRequest({ selection, frame }: Question, nodes: number[] | 'viewport'): QueryRequest {
  return { nodes, all: selection.all, fields: frame }
}

function identityOf(
  node: ReturnType<PageView['describeNode']>,
  own: Question['own'],
): Record<string, unknown> {
  return {
    ...(own.id ? { id: node?.id ?? '' } : {}),
    ...(own.dataset ? { dataset: node?.dataset ?? {} } : {}),
    ...(own.mark ? { mark: node?.mark ?? {} } : {}),
  }
}

function ownFields(fields: FieldsOption | undefined): Question['own'] {
  return { id: fields?.id === true, dataset: fields?.dataset === true, mark: fields?.mark === true }
}

function frameFields(fields: FieldsOption | undefined): QueryFields {
  const names = (list: unknown) => (Array.isArray(list) ? list.map(String) : undefined)
  return {
    rect: fields?.rect === true,
    size: fields?.size === true,
    scrollOffset: fields?.scrollOffset === true,
    properties: names(fields?.properties),
    computedStyle: names(fields?.computedStyle),
    context: fields?.context === true,
    node: fields?.node === true,
  }
}
