import * as v from 'valibot'
import { watchPosition } from '../location/position'
import type { WidgetFactory } from './widget'

const parametersSchema = v.object({ type: v.optional(v.picklist(['wgs84', 'gcj02'])) })

/** The user's place for a `map` that shows it, with the same permission as `wx.getLocation`. Event: `change`. */
const watchLocation: WidgetFactory = (context, params) => {
  const { type } = v.parse(parametersSchema, params ?? {})
  let stop: (() => void) | undefined
  let isClosed = false

  async function start(): Promise<void> {
    await context.host.authorize('scope.userLocation')
    if (isClosed) return
    stop = watchPosition(
      type ?? 'gcj02',
      (location) => context.event('change', location),
      (error) => context.fail(error.message),
    )
  }
  start().catch((error: unknown) => context.fail(error instanceof Error ? error.message : String(error)))

  return {
    close() {
      isClosed = true
      stop?.()
    },
  }
}

export { watchLocation as open }
