import { defineComponents } from '../components/define-components'
import { PickerViewElement, pickerViewStyles } from '../components/picker-view/picker-view'
import { PickerViewColumnElement } from '../components/picker-view/picker-view-column'

defineComponents({
  'picker-view': [PickerViewElement, pickerViewStyles],
  'picker-view-column': [PickerViewColumnElement],
})
