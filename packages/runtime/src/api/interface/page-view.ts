import { ROOT_NODE } from '@sampan/protocol'
import { type ApiContext, ApiError, type ApiTable, asyncApi, type PageView } from '../api-context'
import { readParameters } from '../host-apis'
import { createListenerApis, sameNamed } from '../listener-apis'

const DEFAULT_SCROLL_MS = 300

/** What happens inside the page's frame: scrolling, pull-down refresh, the keyboard, the user taking a screenshot. */
export function createPageViewApis(context: ApiContext): ApiTable {
  return {
    pageScrollTo: asyncApi(context, 'pageScrollTo', (options) => {
      const { scrollTop, duration, selector, offsetTop } = readParameters(options, {
        scrollTop: 'Number?',
        duration: 'Number?',
        selector: 'String?',
        offsetTop: 'Number?',
      })
      const page = currentPage(context)
      page.send({
        type: 'page-scroll-to',
        ...(typeof scrollTop === 'number' ? { scrollTop } : selectorTarget(page, selector)),
        offsetTop: typeof offsetTop === 'number' ? offsetTop : 0,
        durationMs: typeof duration === 'number' ? Math.max(0, duration) : DEFAULT_SCROLL_MS,
      })
    }),
    startPullDownRefresh: asyncApi(context, 'startPullDownRefresh', () => {
      currentPage(context).send({ type: 'pull-down', action: 'start' })
    }),
    stopPullDownRefresh: asyncApi(context, 'stopPullDownRefresh', () => {
      currentPage(context).send({ type: 'pull-down', action: 'stop' })
    }),
    hideKeyboard: asyncApi(context, 'hideKeyboard', async () => {
      const hidden = await currentPage(context).callNode(ROOT_NODE, 'hideKeyboard', [])
      if (hidden === false) throw new ApiError({ message: 'input not exists' })
    }),
    getSelectedTextRange: asyncApi(context, 'getSelectedTextRange', async () => {
      const range = await currentPage(context).callNode(ROOT_NODE, 'getSelectedTextRange', [])
      if (!range) throw new ApiError({ message: 'no focused input' })
      return range
    }),
    ...createListenerApis(
      context,
      sameNamed([
        'KeyboardHeightChange',
        'UserCaptureScreen',
        'ScreenRecordingStateChanged',
        'CopyUrl',
        'MenuButtonBoundingClientRectWeightChange',
        'KeyDown',
        'KeyUp',
      ]),
    ),
    getScreenRecordingState: asyncApi(context, 'getScreenRecordingState', () => ({ state: 'off' })),
  }
}

export function currentPage(context: ApiContext): PageView {
  const page = context.program.currentPage()
  if (!page) throw new ApiError({ message: 'no page is open' })
  return page
}

function selectorTarget(page: PageView, selector: unknown): { selectorNode?: number } {
  if (typeof selector !== 'string') return {}
  const [node] = page.select(selector, false)
  if (node === undefined) throw new ApiError({ message: `selector ${selector} is not found` })
  return { selectorNode: node }
}
