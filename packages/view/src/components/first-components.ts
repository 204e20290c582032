import { ButtonElement } from './button/button'
import { buttonStyles } from './button/button-styles'
import { defineComponents } from './define-components'
import { ImageElement } from './image/image'
import { InputElement, inputStyles } from './input/input'
import { NavigatorElement, navigatorStyles } from './navigator/navigator'
import { addComponentStyles } from './page-styles/page-styles'
import { themeStyles } from './page-styles/theme-styles'
import { ScrollViewElement } from './scroll-view/scroll-view'

/** Defines the components that most pages use. All others are in parts, see `VIEW_PART_TAGS`. */
export function defineFirstComponents(): void {
  addComponentStyles(themeStyles)
  defineComponents({
    button: [ButtonElement, buttonStyles],
    input: [InputElement, inputStyles],
    navigator: [NavigatorElement, navigatorStyles],
  })
  ImageElement.define()
  ScrollViewElement.define()
}
