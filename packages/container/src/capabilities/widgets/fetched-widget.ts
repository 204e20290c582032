import type { Widget, WidgetFactory } from './widget'

/** A widget whose code is fetched when it is first opened. What happens to it meanwhile is not lost. */
export function fetchedWidget(name: string, load: () => Promise<{ open: WidgetFactory }>): WidgetFactory {
  return (context, params) => {
    let widget: Widget | undefined
    let latest = params
    let isClosed = false
    context.host
      .loadPart(`widget ${name}`, load)
      .then(({ open }) => {
        if (!isClosed) widget = open(context, latest)
      })
      .catch((error: unknown) => context.fail(error instanceof Error ? error.message : String(error)))
    return {
      update(changed) {
        if (widget) widget.update?.(changed)
        else latest = changed
      },
      close() {
        isClosed = true
        widget?.close()
      },
    }
  }
}
