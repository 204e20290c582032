import type { FieldRule } from '@sampan/platform-api'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Choice, TextArea, TextInput } from '../ui/text-input'
import { filingTexts } from './texts'

export interface AnswerInputProps {
  id: string
  describedBy: string | undefined
  field: FieldRule
  isWrong: boolean
  value: string
  onChange(value: string): void
}

const INPUT_TYPES: Partial<Record<FieldRule['type'], string>> = { phone: 'tel', email: 'email', date: 'date' }

/** The answer to one question of the form. */
export function AnswerInput({ id, describedBy, field, isWrong, value, onChange }: AnswerInputProps) {
  const t = useTexts(filingTexts)
  const pick = usePick()
  const shared = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    value,
    onChange,
  }
  switch (field.type) {
    case 'choice':
      return (
        <Choice
          {...shared}
          options={[
            { value: '', label: t('choose') },
            ...(field.options ?? []).map((option) => ({ value: option.id, label: pick(option.label) })),
          ]}
        />
      )
    case 'valid-until':
      return <ValidUntil {...shared} />
    case 'long-text':
      return <TextArea {...shared} maxLength={field.maxCharacters} />
    default:
      return (
        <TextInput
          {...shared}
          type={INPUT_TYPES[field.type] ?? 'text'}
          maxLength={field.maxCharacters}
          autoComplete="off"
        />
      )
  }
}

function ValidUntil({
  value,
  onChange,
  ...shared
}: {
  id: string
  value: string
  onChange(value: string): void
}) {
  const t = useTexts(filingTexts)
  const isForever = value === 'forever'
  return (
    <div className="row">
      <TextInput
        {...shared}
        type="date"
        className="input--date"
        disabled={isForever}
        value={isForever ? '' : value}
        onChange={onChange}
      />
      <label>
        <input
          type="checkbox"
          checked={isForever}
          onChange={(event) => onChange(event.currentTarget.checked ? 'forever' : '')}
        />{' '}
        {t('forever')}
      </label>
    </div>
  )
}

/** Several of a list. `none` stands alone. */
export function ChoiceBoxes(props: {
  field: FieldRule
  value: string
  problem: string | undefined
  onChange(value: string): void
}) {
  const pick = usePick()
  const chosen = props.value === '' ? [] : props.value.split(',')
  const { label, help, options = [], maxChoices = options.length } = props.field
  function toggle(id: string) {
    if (chosen.includes(id)) return props.onChange(chosen.filter((each) => each !== id).join(','))
    props.onChange(id === 'none' ? id : [...chosen.filter((each) => each !== 'none'), id].join(','))
  }
  return (
    <fieldset className="boxes boxes--field">
      <legend>{pick(label)}</legend>
      {options.map((option) => (
        <label key={option.id}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            disabled={!chosen.includes(option.id) && chosen.length >= maxChoices}
            onChange={() => toggle(option.id)}
          />{' '}
          {pick(option.label)}
        </label>
      ))}
      {props.problem && (
        <div className="field__problem" role="alert">
          {props.problem}
        </div>
      )}
      {help && <small>{pick(help)}</small>}
    </fieldset>
  )
}
