import type { FilingState as State } from '@sampan/platform-api'
import { Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { filingTexts } from './texts'

const THEMES: Record<State, 'default' | 'primary' | 'warning' | 'danger' | 'success'> = {
  draft: 'default',
  'face-check': 'warning',
  'platform-review': 'primary',
  'platform-rejected': 'danger',
  'sms-check': 'warning',
  'regulator-review': 'primary',
  'regulator-rejected': 'danger',
  filed: 'success',
  'cancel-check': 'warning',
  cancelling: 'warning',
  cancelled: 'default',
}

export function FilingState({ state }: { state: State }) {
  const t = useTexts(filingTexts)
  return (
    <Tag theme={THEMES[state]} variant="light">
      {t(`state.${state}`)}
    </Tag>
  )
}
