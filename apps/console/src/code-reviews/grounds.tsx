import type { ReviewGround } from '@sampan/platform-api'
import { Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { codeReviewTexts } from './texts'

/** Which rules a version breaks, where, and how one sees it. */
export function Grounds({ grounds }: { grounds: readonly ReviewGround[] }) {
  const t = useTexts(codeReviewTexts)
  return (
    <ul className="lines">
      {grounds.map(({ rule, page, evidence }) => (
        <li key={rule + page + evidence}>
          <Tag theme="danger" variant="light">
            {rule}
          </Tag>{' '}
          {evidence} {page && <span className="quiet">{t('grounds.page', { page })}</span>}
        </li>
      ))}
    </ul>
  )
}
