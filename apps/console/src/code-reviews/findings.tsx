import type { ProgramGap, ReviewFinding } from '@sampan/platform-api'
import { Tag } from 'tdesign-react'
import { programTexts } from '../programs/texts'
import { useTexts } from '../texts/texts'
import { codeReviewTexts } from './texts'

/** What was found without a person. */
export function Findings({ findings }: { findings: readonly ReviewFinding[] }) {
  const t = useTexts(codeReviewTexts)
  const tProgram = useTexts(programTexts)
  if (findings.length === 0) return <p className="quiet">{t('checks.none')}</p>
  return (
    <ul className="lines">
      {findings.map(({ code, level, detail }) => (
        <li key={code + detail}>
          <Tag theme={level === 'error' ? 'danger' : 'warning'} variant="light">
            {t(`level.${level}`)}
          </Tag>{' '}
          {t(`finding.${code}`, {
            detail: code === 'profile-gap' ? tProgram(`missing.${detail as ProgramGap}`) : detail,
          })}
        </li>
      ))}
    </ul>
  )
}
