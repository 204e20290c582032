import type { ComponentProps } from 'react'

type Own = { value: string; onChange(value: string): void }

/** The browser's own input, so that labels, autofill and screen readers work as everywhere. */
export function TextInput({
  onChange,
  className = '',
  ...props
}: Omit<ComponentProps<'input'>, keyof Own> & Own) {
  return (
    <input
      {...props}
      className={`input ${className}`}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function TextArea({
  onChange,
  className = '',
  ...props
}: Omit<ComponentProps<'textarea'>, keyof Own> & Own) {
  return (
    <textarea
      {...props}
      className={`input ${className}`}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function Choice({
  onChange,
  options,
  ...props
}: Omit<ComponentProps<'select'>, keyof Own> &
  Own & { options: readonly { value: string; label: string }[] }) {
  return (
    <select {...props} className="input" onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
