import type {
  ComponentEvents,
  FormSubmitDetail,
  FromFrame,
  NavigateDetail,
  NavigationBarDetail,
  OpenTapDetail,
  PageMetaDetail,
} from '@sampan/protocol'
import type { ApiContext } from '../api/api-context'
import { handleOpenType } from '../api/open-type'
import type { Page } from './page'

type FrameEvent = Extract<FromFrame, { type: 'event' }>
type Options = Record<string, unknown>

/**
 * What built-in components ask of the runtime: `navigator`, `open-type` of a button, the fields of a form, `page-meta`
 * and `navigation-bar`. Answers the event that goes on to the program, or undefined if there is none.
 */
export function createComponentEvents(wx: Record<string, unknown>, context: ApiContext) {
  function fire(page: Page, event: FrameEvent, name: string, detail: unknown): void {
    page.tree.dispatch({
      ...event,
      name,
      detail,
      bubbles: false,
      touches: undefined,
      changedTouches: undefined,
    })
  }

  function callApi(name: string, options: Options): void {
    const api = wx[name]
    if (typeof api === 'function') (api as (options: Options) => void)(options)
  }

  function navigate(page: Page, event: FrameEvent, detail: NavigateDetail): void {
    const { target, openType, ...options } = detail
    const toProgram = target === 'miniProgram'
    const name = toProgram && openType === 'navigate' ? 'navigateToMiniProgram' : ROUTES[openType]
    callApi(name, {
      ...options,
      success: (result: unknown) => fire(page, event, 'success', result),
      fail(failure: { errMsg?: string }) {
        context.warn(failure.errMsg ?? `${name}:fail`)
        fire(page, event, 'fail', failure)
      },
      complete: (result: unknown) => fire(page, event, 'complete', result),
    })
  }

  async function openTap(page: Page, event: FrameEvent, detail: OpenTapDetail): Promise<void> {
    if (detail.openType === 'share') {
      const target = page.describeNode(event.node)
      context.notify('openShare', { target: { id: target?.id ?? '', dataset: target?.dataset ?? {} } })
      return
    }
    for (const answer of await handleOpenType(context, detail.openType, detail.attributes)) {
      fire(page, event, answer.name, answer.detail)
    }
  }

  const answers: {
    [Name in keyof ComponentEvents]: (page: Page, event: FrameEvent, detail: ComponentEvents[Name]) => void
  } = {
    navigate,
    opentap: (page, event, detail) => void openTap(page, event, detail),
    submit: (page, event, detail) => fire(page, event, 'submit', submitDetail(page, event, detail)),
    pagemeta: (page, _event, detail) => applyPageMeta(page, detail, callApi),
    navigationbar: (_page, _event, detail) => applyNavigationBar(detail, callApi),
  }

  return (page: Page, event: FrameEvent): boolean => {
    const answer = Object.hasOwn(answers, event.name)
      ? answers[event.name as keyof ComponentEvents]
      : undefined
    if (!answer) return false
    ;(answer as (page: Page, event: FrameEvent, detail: unknown) => void)(page, event, event.detail)
    return true
  }
}

const ROUTES: Record<NavigateDetail['openType'], string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
}

/** `{ value, formId, target }` as documented: fields of the form's own tree, and custom ones with `wx://form-field`. */
function submitDetail(page: Page, event: FrameEvent, { fields, submitter }: FormSubmitDetail): unknown {
  const button = submitter > 0 ? page.describeNode(submitter) : undefined
  return {
    value: page.tree.formValue(event.node, fields),
    formId: '',
    target: button ? { id: button.id, dataset: button.dataset } : {},
  }
}

function applyPageMeta(
  page: Page,
  detail: PageMetaDetail,
  callApi: (name: string, options: Options) => void,
): void {
  const { rootBackgroundColor, pageStyle, rootFontSize } = detail
  page.send({ type: 'page-style', style: { backgroundColor: rootBackgroundColor, pageStyle, rootFontSize } })
  const { backgroundTextStyle, backgroundColor, backgroundColorTop, backgroundColorBottom } = detail
  if (backgroundTextStyle) callApi('setBackgroundTextStyle', { textStyle: backgroundTextStyle, ...QUIET })
  if (backgroundColor) {
    callApi('setBackgroundColor', { backgroundColor, backgroundColorTop, backgroundColorBottom, ...QUIET })
  }
}

/** Somebody has to take the failure: without a callback it would become the program's unhandled rejection. */
const QUIET = { fail() {} }

function applyNavigationBar(
  detail: NavigationBarDetail,
  callApi: (name: string, options: Options) => void,
): void {
  const { title, loading, frontColor, backgroundColor } = detail
  if (title !== undefined) callApi('setNavigationBarTitle', { title, ...QUIET })
  if (loading !== undefined) callApi(loading ? 'showNavigationBarLoading' : 'hideNavigationBarLoading', QUIET)
  if (frontColor || backgroundColor) {
    const animation = {
      duration: detail.colorAnimationDuration ?? 0,
      timingFunc: detail.colorAnimationTimingFunc ?? 'linear',
    }
    callApi('setNavigationBarColor', {
      frontColor: frontColor || '#000000',
      backgroundColor: backgroundColor || '#ffffff',
      animation,
      ...QUIET,
    })
  }
}
