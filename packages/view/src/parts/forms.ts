import { CheckboxElement, checkboxStyles } from '../components/checkbox/checkbox'
import { CheckboxGroupElement } from '../components/checkbox/checkbox-group'
import { checkmarkFontFace } from '../components/checkmark/checkmark-font'
import { defineComponents } from '../components/define-components'
import { FormElement } from '../components/form/form'
import { LabelElement, labelStyles } from '../components/label/label'
import { addComponentStyles } from '../components/page-styles/page-styles'
import { PickerElement, pickerStyles } from '../components/picker/picker'
import { RadioElement, radioStyles } from '../components/radio/radio'
import { RadioGroupElement } from '../components/radio/radio-group'
import { SliderElement, sliderStyles } from '../components/slider/slider'
import { SwitchElement, switchStyles } from '../components/switch/switch'
import { TextareaElement, textareaStyles } from '../components/textarea/textarea'

addComponentStyles(checkmarkFontFace)
defineComponents({
  checkbox: [CheckboxElement, checkboxStyles],
  'checkbox-group': [CheckboxGroupElement],
  form: [FormElement],
  label: [LabelElement, labelStyles],
  picker: [PickerElement, pickerStyles],
  radio: [RadioElement, radioStyles],
  'radio-group': [RadioGroupElement],
  slider: [SliderElement, sliderStyles],
  switch: [SwitchElement, switchStyles],
  textarea: [TextareaElement, textareaStyles],
})
