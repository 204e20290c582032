import { Field } from '../ui/field'

/** A share of the users. */
export function PercentField(props: {
  label: string
  least: number
  value: number
  onChange(value: number): void
}) {
  const { label, least, value, onChange } = props
  return (
    <Field label={label}>
      {({ id }) => (
        <div className="row">
          <input
            id={id}
            className="grow"
            type="range"
            min={least}
            max={100}
            value={value}
            onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
          />
          <output htmlFor={id}>{value} %</output>
        </div>
      )}
    </Field>
  )
}
