/** Runs first in the preview and in every frame of it; `sampan smoke` asks it questions. */
import type { SampanPreview } from '../../preview/page/preview-events'
import type { PageContent, PaintResult, PaintRule, PreviewRecord, Probe, QuietRule } from './probe-contract'

const probe: Probe = {
  hasPainted({ paintAfterErrorMs, blankAfterMs }: PaintRule): PaintResult | false {
    const events = preview()?.events ?? []
    if (events.some(({ name }) => name === 'painted')) return 'painted'
    const isOver = events.some(
      (event) => event.name === 'closed' || (event.name === 'error' && event.detail.fatal),
    )
    if (isOver) return 'given-up'
    const passedMs = (name: string) => {
      const first = events.find((event) => event.name === name)
      return first ? performance.now() - first.timeMs : 0
    }
    if (passedMs('error') > paintAfterErrorMs) return 'given-up'
    return passedMs('navigate') > blankAfterMs ? 'blank' : false
  },

  readPreview(): PreviewRecord {
    const events = preview()?.events ?? []
    const started = events.find(({ name }) => name === 'started')
    const painted = events.find(({ name }) => name === 'painted')
    return {
      firstRenderMs: started && painted ? Math.round(painted.timeMs - started.timeMs) : null,
      errors: events.flatMap((event) => {
        if (event.name !== 'error') return []
        const { kind, message, stack } = event.detail
        return { kind, message, stack }
      }),
      path: preview()?.path ?? '',
    }
  },

  waitForStillDocument({ quietMs, longestMs }: QuietRule): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        observer.disconnect()
        clearTimeout(quiet)
        clearTimeout(longest)
        resolve()
      }
      const observer = new MutationObserver(() => {
        clearTimeout(quiet)
        quiet = setTimeout(finish, quietMs)
      })
      let quiet = setTimeout(finish, quietMs)
      const longest = setTimeout(finish, longestMs)
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    })
  },

  measureContent(): PageContent {
    return {
      textLength: document.body.innerText.replace(/\s+/g, ' ').trim().length,
      nodeCount: document.body.querySelectorAll('*').length,
    }
  },
}

Object.assign(globalThis, { sampanProbe: probe })

function preview(): SampanPreview | undefined {
  return window.sampanPreview
}
