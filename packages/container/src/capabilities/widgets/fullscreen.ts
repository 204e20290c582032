import type { WidgetFactory } from './widget'

/** The page's frame takes the whole screen: bars and menu button step aside until the widget closes. */
export const openFullscreen: WidgetFactory = (context) => {
  const { page } = context
  const { element } = page.surface
  const stage = element.parentElement
  const leave = () => context.event('exit', {})
  element.classList.add('full')
  stage?.setAttribute('data-full', '')
  page.backGuards.push(leave)
  return {
    close() {
      element.classList.remove('full')
      stage?.removeAttribute('data-full')
      const index = page.backGuards.indexOf(leave)
      if (index >= 0) page.backGuards.splice(index, 1)
    },
  }
}
