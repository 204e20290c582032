import type { FormSubmitDetail } from '@sampan/protocol'
import type { BuiltInElement } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { focusedField } from '../text-field/focused-field'

const fieldTags = 'wx-input,wx-textarea,wx-checkbox-group,wx-radio-group,wx-switch,wx-slider,wx-picker'

/** Its buttons (`form-type`) submit and reset it; see `FormSubmitDetail` for what the runtime makes of a submit. */
export class FormElement extends ReflectingElement {
  submit(submitter: number): void {
    blurField(this)
    const fields: FormSubmitDetail['fields'] = []
    const value = Object.create(null) as Record<string, unknown>
    for (const field of this.fields()) {
      const name = field.properties.name
      if (name === undefined || name === null || name === '') continue
      const current = field.formValue?.()
      fields.push({ node: field.nodeId, name: String(name), value: current })
      value[String(name)] = current
    }
    this.emit('submit', { value: { ...value }, fields, submitter } satisfies FormSubmitDetail)
  }

  reset(): void {
    for (const field of this.fields()) field.formReset?.()
    this.emit('reset', {})
  }

  private fields(): BuiltInElement[] {
    return [...this.querySelectorAll<BuiltInElement>(fieldTags)].filter(
      (field) => field.closest('wx-form') === this,
    )
  }
}

/** What is being typed counts, and its `blur` comes before the `submit`. */
function blurField(form: Element): void {
  const field = focusedField()
  if (field && form.contains(field)) field.callMethod('blur', [])
}
