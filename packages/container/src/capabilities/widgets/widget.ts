import type { Page } from '../../pages/page'
import type { CapabilityHost } from '../capability'

/**
 * What a built-in component of a page frame asks the container to draw (`FrameToHost.widget`). A file of this folder
 * for each name; `index.ts` lists them. Params come from the frame: check them.
 */
export interface Widget {
  /** The component changed its params. */
  update?(params: unknown): void
  /** The component is gone, or the page is. */
  close(): void
}

export interface WidgetContext {
  readonly host: CapabilityHost
  readonly page: Page
  /** Box of the page's frame: an element in it lies over the page. */
  readonly area: HTMLElement
  /** Event to the component. */
  event(name: string, detail: unknown): void
  /** Ends the call with a result, or with a failure in WeChat's words. The widget may stay until `close`. */
  answer(value: unknown, transfer?: Transferable[]): void
  fail(message: string): void
}

/** Throws an Error with WeChat's words for params that are wrong. */
export type WidgetFactory = (context: WidgetContext, params: unknown) => Widget
