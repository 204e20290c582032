/** What `wx.createAnimation().export()` gives and the attribute `animation` takes. */
export interface AnimationData {
  /** Played one after the other. */
  actions: AnimationAction[]
}

export interface AnimationAction {
  /** Played together. */
  animates: AnimationStep[]
  option: AnimationOption
}

/** A transform function with its arguments (numbers are px or degrees), or `style` with property and value. */
export interface AnimationStep {
  type: string
  args: (string | number)[]
}

export interface AnimationOption {
  transformOrigin: string
  /** ms */
  transition: { duration: number; timingFunction: string; delay: number }
}
