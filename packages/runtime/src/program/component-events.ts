import type { FromFrame } from '@sampan/protocol'
import type { ApiContext } from '../api/api-context'
import type { Page } from './page'

type FrameEvent = Extract<FromFrame, { type: 'event' }>

/** What built-in components ask of the program: `navigator`, `open-type` of a button, the fields of a form. */
export function createComponentEvents(wx: Record<string, unknown>, context: ApiContext) {
  return (page: Page, event: FrameEvent): void => {
    if (event.name === 'submit') addFormFields(page, event)
    else if (event.name === 'navigate') navigate(wx, context, event.detail)
  }
}

function addFormFields(page: Page, event: FrameEvent): void {
  const detail = event.detail as { value?: Record<string, unknown> }
  detail.value = { ...detail.value, ...page.tree.formFields(event.node) }
}

const ROUTES: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
}

function navigate(wx: Record<string, unknown>, context: ApiContext, detail: unknown): void {
  const { openType = 'navigate', target, ...options } = (detail ?? {}) as Record<string, unknown>
  const name =
    target === 'miniProgram' && openType === 'navigate' ? 'navigateToMiniProgram' : ROUTES[String(openType)]
  const api = name === undefined ? undefined : wx[name]
  if (typeof api !== 'function') {
    context.warn(`navigator has no open-type ${String(openType)}`)
    return
  }
  api({
    ...options,
    fail: (failure: { errMsg?: string }) => context.warn(failure.errMsg ?? 'navigator:fail'),
  })
}
