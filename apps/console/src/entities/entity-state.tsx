import type { RegistrationState } from '@sampan/platform-api'
import { Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { entityTexts } from './texts'

const THEMES: Record<RegistrationState, 'default' | 'primary' | 'warning' | 'danger' | 'success'> = {
  draft: 'default',
  verifying: 'primary',
  'in-review': 'primary',
  'sent-back': 'warning',
  approved: 'success',
  refused: 'danger',
  expired: 'danger',
  lapsed: 'warning',
}

export function EntityState({ state }: { state: RegistrationState }) {
  const t = useTexts(entityTexts)
  return (
    <Tag theme={THEMES[state]} variant="light">
      {t(`state.${state}`)}
    </Tag>
  )
}
