import type { OperationBatch } from './view-operations'

/**
 * Messages on the port between the logic worker and one page frame. Both sides check what they get: the worker runs
 * the program's code, the frame runs its WXS.
 */
export type ToFrame =
  | { type: 'batch'; batch: OperationBatch }
  /** Style sheets to add, in order. `key` is the component path or `app`; a key that is there already is skipped. */
  | { type: 'styles'; sheets: { key: string; css: string }[] }
  /**
   * Answers with `result`. Methods of a built-in component: `scroll-view.scrollIntoView`, `video.play` … On the root
   * node: `loadFontFace`, `hideKeyboard`, `getSelectedTextRange` of the page.
   */
  | { type: 'call'; id: number; node: number; method: string; args: unknown[] }
  /** Answers with `result`: one answer per request, in order. Always after the batches sent before it. */
  | { type: 'query'; id: number; requests: QueryRequest[] }
  | { type: 'observe'; id: number; observer: ObserverRequest }
  | { type: 'unobserve'; id: number }
  | {
      type: 'page-scroll-to'
      scrollTop?: number
      selectorNode?: number
      offsetTop: number
      durationMs: number
    }
  | { type: 'pull-down'; action: 'start' | 'stop' }
  /** Answer to a WXS `callMethod` or the go-ahead for anything the frame asked: none so far. */
  | { type: 'page-style'; style: PageStyle }

export interface PageStyle {
  backgroundColor?: string
  backgroundTextStyle?: 'dark' | 'light'
  backgroundColorTop?: string
  backgroundColorBottom?: string
  rootFontSize?: string
  pageStyle?: string
  /** False while `page-meta` or `disableScroll` keeps the page still. */
  scrollable?: boolean
}

export type FromFrame =
  /** `seq` counts up from 1 on each frame. */
  | {
      type: 'event'
      seq: number
      node: number
      name: string
      detail: unknown
      bubbles: boolean
      /** Only on touch events. */
      touches?: TouchPoint[]
      changedTouches?: TouchPoint[]
      /** Three numbers for each node that the event passes, from the target up: its id, `offsetLeft`, `offsetTop`. */
      offsets?: number[]
      /** ms since the page was opened */
      timeStamp: number
    }
  /** A built-in component's own value changed (`model:value`). */
  | { type: 'model'; seq: number; node: number; name: string; value: unknown }
  | { type: 'result'; id: number; value?: unknown; error?: string }
  | { type: 'observed'; id: number; entry: unknown }
  | { type: 'page-scroll'; scrollTop: number }
  | { type: 'reach-bottom' }
  | { type: 'pull-down-refresh' }
  | { type: 'resize'; windowWidth: number; windowHeight: number }
  /** WXS: `owner.callMethod(name, arg)` */
  | { type: 'wxs-call-method'; node: number; method: string; arg: unknown }
  /** WXS: `instance.triggerEvent(name, detail)` */
  | { type: 'wxs-trigger-event'; node: number; name: string; detail: unknown }
  /** An error of the program's own WXS, or of a built-in component. */
  | { type: 'error'; message: string; stack?: string }
  /** First frame with content has been painted. */
  | { type: 'painted' }

export interface TouchPoint {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  force?: number
  /** Only on touches of a `canvas`: px from its upper left corner. */
  x?: number
  y?: number
}

export interface QueryRequest {
  /** Node ids; `viewport` asks for the page itself. */
  nodes: number[] | 'viewport'
  /** False: answer with one object or null. True: with an array, one for each of `nodes`, null for one that is gone. */
  all: boolean
  fields: QueryFields
}

export interface QueryFields {
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  /** Attribute or property names of the built-in component. */
  properties?: string[]
  computedStyle?: string[]
  /** Answers `context`, the component's description of itself: the runtime makes the object. */
  context?: boolean
  /** For `.node()`: answers `node` likewise. */
  node?: boolean
}

export type ObserverRequest =
  | {
      kind: 'intersection'
      targets: number[]
      /** Node id, `viewport`, or none for the page's own viewport without margins. */
      relativeTo: {
        node: number | 'viewport'
        margins: { left: number; right: number; top: number; bottom: number }
      }[]
      thresholds: number[]
      initialRatio: number
      observeAll: boolean
    }
  | { kind: 'media'; query: string }
