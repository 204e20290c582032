import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { TextInput } from '../ui/text-input'
import { signInTexts } from './texts'

interface AccountFieldProps {
  value: string
  onChange(value: string): void
}

export function EmailField({ value, onChange }: AccountFieldProps) {
  const t = useTexts(signInTexts)
  return (
    <Field label={t('email')}>
      {({ id }) => (
        <TextInput id={id} type="email" autoComplete="username" required value={value} onChange={onChange} />
      )}
    </Field>
  )
}

export function PasswordField({ value, onChange, isNew = false }: AccountFieldProps & { isNew?: boolean }) {
  const t = useTexts(signInTexts)
  return (
    <Field label={t(isNew ? 'newPassword' : 'password')} help={isNew ? t('passwordHelp') : undefined}>
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          aria-describedby={describedBy}
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          required
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
