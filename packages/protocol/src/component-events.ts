/**
 * Events by which built-in components ask the runtime to act. They have no listener in the program; the runtime
 * answers with the documented events of the element (`getphonenumber`, `success`, `fail` …).
 */
export interface ComponentEvents {
  /** A tap on a `button` with an `open-type`. */
  opentap: OpenTapDetail
  /** A tap on a `navigator`. */
  navigate: NavigateDetail
  /** `form`: see `FormSubmitDetail`. */
  submit: FormSubmitDetail
  /** `page-meta`: once it is there and whenever one of its values changes. */
  pagemeta: PageMetaDetail
  /** `navigation-bar`: likewise. */
  navigationbar: NavigationBarDetail
}

/** Sent to the worker whether or not the program listens. */
export const COMPONENT_EVENTS: ReadonlySet<string> = new Set<keyof ComponentEvents>([
  'opentap',
  'navigate',
  'submit',
  'pagemeta',
  'navigationbar',
])

export interface OpenTapDetail {
  /** May name more than one: `getPhoneNumber|agreePrivacyAuthorization`. */
  openType: string
  attributes: {
    lang: string
    sessionFrom: string
    sendMessageTitle: string
    sendMessagePath: string
    sendMessageImg: string
    showMessageCard: boolean
    appParameter: string
    phoneNumberNoQuotaToast: boolean
    businessId: string
    activityType: string
    entrancePath: string
    needShowEntrance: boolean
  }
}

export interface NavigateDetail {
  target: 'self' | 'miniProgram'
  openType: 'navigate' | 'redirect' | 'switchTab' | 'reLaunch' | 'navigateBack' | 'exit'
  url: string
  delta: number
  appId: string
  path: string
  extraData: unknown
  version: string
  shortLink: string
}

/**
 * `value` holds every built-in field below the form. The runtime makes the program's `{ value, formId, target }` of it:
 * it may drop fields of shadow trees that are not the form's (`fields` names their nodes), adds the custom components
 * with the behavior `wx://form-field`, and puts the button in `submitter` (0: none) into `target`.
 */
export interface FormSubmitDetail {
  value: Record<string, unknown>
  fields: { node: number; name: string; value: unknown }[]
  submitter: number
}

/** Only what the template sets. Scrolling to `scroll-top` is done by the element itself. */
export interface PageMetaDetail {
  backgroundTextStyle?: string
  backgroundColor?: string
  backgroundColorTop?: string
  backgroundColorBottom?: string
  rootBackgroundColor?: string
  pageStyle?: string
  rootFontSize?: string
  pageFontSize?: string
  pageOrientation?: string
}

export interface NavigationBarDetail {
  title?: string
  loading?: boolean
  frontColor?: string
  backgroundColor?: string
  colorAnimationDuration?: number
  colorAnimationTimingFunc?: string
}
