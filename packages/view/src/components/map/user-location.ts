import type { ComponentPort, WidgetCall } from '../../built-in-element'
import type { Location } from './projection'
import { readLocation } from './read-map-data'

/** Where the user is, from the container, which asks for leave. */
export function createUserLocation(port: () => ComponentPort, moved: () => void) {
  let known: Location | undefined
  let watching: WidgetCall | undefined

  function ask(found: (location: Location) => void): WidgetCall {
    return port().widget('location', { type: 'gcj02' }, (name, detail) => {
      const location = name === 'change' && readLocation(detail)
      if (location) found(location)
    })
  }

  function stop(): void {
    watching?.close()
    watching = undefined
  }

  return {
    known: (): Location | undefined => known,
    watch(wanted: boolean): void {
      stop()
      known = undefined
      if (!wanted) return
      watching = ask((location) => {
        known = location
        moved()
      })
      watching.result.catch(() => {
        // Not allowed or not there: the map goes without the dot, as WeChat's does.
      })
    },
    stop,
    /** The known place, or one that is asked for now. */
    async find(): Promise<Location> {
      if (known) return known
      let asked: WidgetCall | undefined
      try {
        return await new Promise<Location>((resolve, reject) => {
          asked = ask(resolve)
          asked.result.catch(reject)
        })
      } finally {
        asked?.close()
      }
    },
  }
}
