import { AdCustomElement, AdElement } from './ad/ad'
import { ButtonElement } from './button/button'
import { buttonStyles } from './button/button-styles'
import { CheckboxElement, checkboxStyles } from './checkbox/checkbox'
import { CheckboxGroupElement } from './checkbox/checkbox-group'
import { checkmarkFontFace } from './checkmark/checkmark-font'
import { CoverImageElement, coverImageStyles } from './cover-view/cover-image'
import { CoverViewElement, coverViewStyles } from './cover-view/cover-view'
import { EditorElement, editorStyles } from './editor/editor'
import { FormElement } from './form/form'
import {
  FunctionalPageNavigatorElement,
  functionalPageNavigatorStyles,
} from './functional-page-navigator/functional-page-navigator'
import { IconElement, iconStyles } from './icon/icon'
import { InputElement, inputStyles } from './input/input'
import { KeyboardAccessoryElement, keyboardAccessoryStyles } from './keyboard-accessory/keyboard-accessory'
import { LabelElement, labelStyles } from './label/label'
import { MatchMediaElement } from './match-media/match-media'
import { NavigatorElement, navigatorStyles } from './navigator/navigator'
import { OfficialAccountElement, officialAccountStyles } from './official-account/official-account'
import { OpenDataElement } from './open-data/open-data'
import { PageContainerElement, pageContainerStyles } from './page-container/page-container'
import { NavigationBarElement } from './page-meta/navigation-bar'
import { PageMetaElement, pageMetaStyles } from './page-meta/page-meta'
import { addComponentStyles } from './page-styles/page-styles'
import { themeStyles } from './page-styles/theme-styles'
import { PickerElement, pickerStyles } from './picker/picker'
import { PickerViewElement, pickerViewStyles } from './picker-view/picker-view'
import { PickerViewColumnElement } from './picker-view/picker-view-column'
import { ProgressElement, progressStyles } from './progress/progress'
import { RadioElement, radioStyles } from './radio/radio'
import { RadioGroupElement } from './radio/radio-group'
import { RootPortalElement, rootPortalStyles } from './root-portal/root-portal'
import { SliderElement, sliderStyles } from './slider/slider'
import { SwitchElement, switchStyles } from './switch/switch'
import { TextareaElement, textareaStyles } from './textarea/textarea'

/** Tag → its class and, where the host needs some, its rules in the page. */
const components: Readonly<Record<string, [CustomElementConstructor, string?]>> = {
  ad: [AdElement],
  'ad-custom': [AdCustomElement],
  button: [ButtonElement, buttonStyles],
  checkbox: [CheckboxElement, checkboxStyles],
  'checkbox-group': [CheckboxGroupElement],
  'cover-image': [CoverImageElement, coverImageStyles],
  'cover-view': [CoverViewElement, coverViewStyles],
  editor: [EditorElement, editorStyles],
  form: [FormElement],
  'functional-page-navigator': [FunctionalPageNavigatorElement, functionalPageNavigatorStyles],
  icon: [IconElement, iconStyles],
  input: [InputElement, inputStyles],
  'keyboard-accessory': [KeyboardAccessoryElement, keyboardAccessoryStyles],
  label: [LabelElement, labelStyles],
  'match-media': [MatchMediaElement],
  'navigation-bar': [NavigationBarElement],
  navigator: [NavigatorElement, navigatorStyles],
  'official-account': [OfficialAccountElement, officialAccountStyles],
  'open-data': [OpenDataElement],
  'page-container': [PageContainerElement, pageContainerStyles],
  'page-meta': [PageMetaElement, pageMetaStyles],
  picker: [PickerElement, pickerStyles],
  'picker-view': [PickerViewElement, pickerViewStyles],
  'picker-view-column': [PickerViewColumnElement],
  progress: [ProgressElement, progressStyles],
  radio: [RadioElement, radioStyles],
  'radio-group': [RadioGroupElement],
  'root-portal': [RootPortalElement, rootPortalStyles],
  slider: [SliderElement, sliderStyles],
  switch: [SwitchElement, switchStyles],
  textarea: [TextareaElement, textareaStyles],
}

/** Registers the components of this list as `wx-<tag>` and gives the page their rules. To be called once. */
export function registerFormComponents(): void {
  const rules = Object.values(components).map(([, styles]) => styles ?? '')
  addComponentStyles([themeStyles, checkmarkFontFace, ...rules].join('\n'))
  for (const [tag, [element]] of Object.entries(components)) {
    if (!customElements.get(`wx-${tag}`)) customElements.define(`wx-${tag}`, element)
  }
}
