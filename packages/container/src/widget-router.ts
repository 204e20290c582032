import type { FrameToHost } from '@sampan/protocol'
import type { CapabilityHost } from './capabilities/capability'
import { widgets } from './capabilities/widgets'
import type { Widget } from './capabilities/widgets/widget'
import { clip, ownValue } from './messages/own-fields'
import type { Page } from './pages/page'

type WidgetMessage = Extract<FrameToHost, { type: 'widget' | 'widget-update' | 'widget-close' }>

export interface WidgetRouter {
  handle(page: Page, message: WidgetMessage): void
  /** The page is gone. */
  closeAll(page: Page): void
}

const MAX_WIDGETS_A_PAGE = 500

/** Gives each page its own table of widgets: an id of another page means nothing here. */
export function createWidgetRouter(host: CapabilityHost): WidgetRouter {
  const tables = new WeakMap<Page, Map<number, Widget>>()

  function tableOf(page: Page): Map<number, Widget> {
    const table = tables.get(page) ?? new Map<number, Widget>()
    tables.set(page, table)
    return table
  }

  function open(page: Page, id: number, name: string, params: unknown): void {
    const table = tableOf(page)
    const fail = (error: string) => page.send({ type: 'widget-result', id, error: clip(error, 500) })
    const factory = ownValue(widgets, name)
    if (!factory) return fail(`widget ${name} is not supported`)
    if (table.has(id) || table.size >= MAX_WIDGETS_A_PAGE) return fail('too many widgets')
    try {
      const widget = factory(
        {
          host,
          page,
          area: page.surface.area,
          event: (event, detail) => page.send({ type: 'widget-event', id, name: event, detail }),
          answer: (value, transfer) => page.send({ type: 'widget-result', id, value }, transfer),
          fail,
        },
        params,
      )
      table.set(id, widget)
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  }

  return {
    handle(page, message) {
      if (message.type === 'widget') return open(page, message.id, message.name, message.params)
      const table = tableOf(page)
      const widget = table.get(message.id)
      if (!widget) return
      if (message.type === 'widget-close') {
        table.delete(message.id)
        widget.close()
        return
      }
      try {
        widget.update?.(message.params)
      } catch (error) {
        host.log('warn', clip(error instanceof Error ? error.message : String(error), 500))
      }
    },
    closeAll(page) {
      for (const widget of tables.get(page)?.values() ?? []) widget.close()
      tables.delete(page)
    },
  }
}
