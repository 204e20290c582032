import type { WidgetFactory } from './widget'

/** While a `page-container` is shown, going back closes it and not the page. */
export const guardPageContainer: WidgetFactory = (context) => {
  const guard = () => context.event('back', {})
  context.page.backGuards.push(guard)
  return {
    close() {
      const index = context.page.backGuards.indexOf(guard)
      if (index >= 0) context.page.backGuards.splice(index, 1)
    },
  }
}
