import { Modal, type ModalContent, type ModalResult } from '../../interface/modal'
import { type CapabilityHost, CapabilityError } from '../capability'

export interface Modals {
  ask(content: ModalContent): Promise<ModalResult>
  /** Shows one question after the other, whatever kind it is. */
  inTurn<Result>(show: () => Promise<Result>): Promise<Result>
}

const MAX_WAITING = 20
/** Questions that follow each other this closely count as a row. */
const ROW_PAUSE_MS = 1_500
/** From this one of a row on, a modal offers to close the program, so that nobody is locked in. */
const HATCH_FROM = 4

export function createModals(host: CapabilityHost): Modals {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let answeredAtMs = Number.NEGATIVE_INFINITY
  let row = 0

  function inTurn<Result>(show: () => Promise<Result>): Promise<Result> {
    if (waiting >= MAX_WAITING) throw new CapabilityError('too many dialogs are waiting')
    waiting += 1
    const turn = last.then(show).finally(() => {
      waiting -= 1
      answeredAtMs = performance.now()
    })
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    inTurn,
    async ask(content) {
      const result = await inTurn(() => {
        row = performance.now() - answeredAtMs < ROW_PAUSE_MS ? row + 1 : 1
        return host.overlay.show<ModalResult>((close) => {
          const modal = new Modal()
          modal.content = row >= HATCH_FROM ? { ...content, extraText: host.text('close program') } : content
          modal.onResult = close
          return modal
        })
      })
      if (result.choice === 'extra') host.closeProgram()
      return result
    },
  }
}
