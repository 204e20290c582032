import { ANSWER_PATIENCE_MS, type PageEventName, type ToWorker } from '@sampan/protocol'

/** Calls a page's handler (`onShareAppMessage` …) and waits for what it returns. */
export interface PageQuestions {
  /** Undefined if the page has no such handler, or does not answer in time. */
  ask(pageId: number, name: PageEventName, detail: unknown): Promise<unknown>
  answered(replyId: number, value: unknown): void
}

/** The worker answers with what there is when a promise takes too long; that answer has to be in time. */
const PATIENCE_MS = ANSWER_PATIENCE_MS + 1_000

export function createPageQuestions(send: (message: ToWorker) => void): PageQuestions {
  const waiting = new Map<number, (value: unknown) => void>()
  let lastId = 0
  return {
    ask(pageId, name, detail) {
      const replyId = ++lastId
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(undefined), PATIENCE_MS)
        const settle = (value: unknown) => {
          clearTimeout(timer)
          waiting.delete(replyId)
          resolve(value)
        }
        waiting.set(replyId, settle)
        send({ type: 'page-event', pageId, name, detail, replyId })
      })
    },
    answered: (replyId, value) => waiting.get(replyId)?.(value),
  }
}
