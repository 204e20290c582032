/** Parameters, events and answers of the widgets that form components ask the container for (`FrameToHost.widget`). */

export type PickerMode = 'selector' | 'multiSelector' | 'time' | 'date' | 'region'

/** Widget `picker`: a sheet with wheels. While it is open, `update` may bring other columns. */
export type PickerParameters = { headerText: string } & (
  | { mode: 'selector' | 'multiSelector'; columns: string[][]; indexes: number[] }
  /** `hh:mm`; '' for start and end is no limit, for value: now. */
  | { mode: 'time'; value: string; start: string; end: string }
  /** `YYYY-MM-DD`, shorter for `fields` year and month. */
  | { mode: 'date'; value: string; start: string; end: string; fields: 'year' | 'month' | 'day' }
  | {
      mode: 'region'
      value: string[]
      customItem: string
      level: 'province' | 'city' | 'region' | 'sub-district'
    }
)

/** Answer of `picker`. */
export type PickerAnswer =
  | { confirmed: false }
  | { confirmed: true; indexes: number[] }
  | { confirmed: true; value: string }
  | { confirmed: true; value: string[]; code: string[]; postcode?: string }

/** Event `columnchange` of `picker` in the mode `multiSelector`. */
export interface PickerColumnChange {
  column: number
  value: number
}

/**
 * Widget `keyboard`: there while an `input` or `textarea` has the focus. The container keeps the field in sight, draws
 * the bar above the keyboard, and reports with the events `height` (`KeyboardHeight`) and `done` (the bar's button).
 */
export interface KeyboardParameters {
  component: 'input' | 'textarea'
  type: string
  confirmType: string
  showConfirmBar: boolean
  adjustPosition: boolean
  /** px that stay free between the caret and the keyboard */
  cursorSpacing: number
  holdKeyboard: boolean
  /** px, in the frame's window */
  box: { left: number; top: number; width: number; height: number }
}

export interface KeyboardHeight {
  /** px */
  height: number
  /** seconds, as WeChat has it */
  duration: number
}

/** Widget `nickname-review`: whether a nickname may be used. Without an answer it counts as timed out. */
export interface NicknameReviewParameters {
  value: string
}

export interface NicknameReviewAnswer {
  pass: boolean
}

/** Widget `page-container`: there while one is shown. The event `back` says that the user goes back: it closes. */
export interface PageContainerParameters {
  closeOnSlideDown: boolean
}
