import {
  Op,
  OP_LENGTHS,
  type OperationBatch,
  type ToFrame,
  type ViewPart,
  viewPartOf,
} from '@sampan/protocol'
import type { PartLoader } from './run-scripts'

/** Makes a function that loads the parts that a message needs; it answers undefined if there is nothing to wait for. */
export function createPartPreparation({ load }: PartLoader): (message: ToFrame) => Promise<void> | undefined {
  /** Names of the page that call for a part which is not there yet, by number. */
  const wanted = new Map<number, NamedPart>()

  function partsOf({ operations, firstName, names }: OperationBatch): Set<ViewPart> {
    names.forEach((name, index) => {
      const part = partOfName(name)
      if (part) wanted.set(firstName + index, part)
    })
    const needed = new Set<ViewPart>()
    if (wanted.size === 0) return needed
    for (let at = 0; at < operations.length; at += 1 + OP_LENGTHS[operations[at]!]!) {
      const named = wanted.get(operations[at + 2]!)
      if (named && operations[at] === named.op) {
        needed.add(named.part)
        wanted.delete(operations[at + 2]!)
      }
    }
    return needed
  }

  return (message) => {
    const needed = message.type === 'batch' ? partsOf(message.batch) : partsOfCall(message)
    const loads = [...needed].flatMap((part) => load(part) ?? [])
    return loads.length === 0 ? undefined : Promise.all(loads).then(() => undefined)
  }
}

interface NamedPart {
  /** The name is the second operand of this operation. */
  op: Op
  part: ViewPart
}

function partOfName(name: string): NamedPart | undefined {
  const part = viewPartOf(name)
  if (part) return { op: Op.CreateElement, part }
  return name === 'animation' ? { op: Op.SetAttribute, part: 'animation' } : undefined
}

function partsOfCall(message: ToFrame): ViewPart[] {
  const animates =
    message.type === 'call' && (message.method === 'animate' || message.method === 'clearAnimation')
  return animates ? ['animation'] : []
}
