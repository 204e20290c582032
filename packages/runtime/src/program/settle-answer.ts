import { ANSWER_PATIENCE_MS } from '@sampan/protocol'
import { isRecord } from '../kernel'

/**
 * What `onShareAppMessage` answers may come in part by a promise, `{ title, path, promise }`: what it brings counts if it
 * comes in time, else what stands beside it. `onFailure` hears of a promise that rejects.
 */
export async function settleAnswer(answer: unknown, onFailure: (error: unknown) => void): Promise<unknown> {
  if (!isRecord(answer) || !(answer.promise instanceof Promise)) return answer
  const { promise, ...now } = answer
  const later: unknown = await Promise.race([
    promise.catch(onFailure),
    new Promise((resolve) => setTimeout(resolve, ANSWER_PATIENCE_MS)),
  ])
  return isRecord(later) ? later : now
}
