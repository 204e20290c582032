import type { Program } from '@sampan/platform-api'
import { FileSearchIcon } from 'tdesign-icons-react'
import { ProgramPage } from '../programs/program-page'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { useCodeReviews } from './review-api'
import { ReviewCard } from './review-card'
import { SubmitForm } from './submit-form'
import { codeReviewTexts } from './texts'

/** Versions that were submitted for review, and the form that submits one. */
export default function ReviewsPage() {
  return <ProgramPage>{(program) => <Reviews program={program} />}</ProgramPage>
}

function Reviews({ program }: { program: Program }) {
  const t = useTexts(codeReviewTexts)
  const reviews = useCodeReviews(program.appId)
  return (
    <Loaded query={reviews}>
      {(list) => {
        const waiting = list.reviews.find(({ state }) => state === 'in-review')
        const cards = list.reviews.map((review) => <ReviewCard key={review.id} review={review} list={list} />)
        const form = program.permissions.includes('submit-and-release') && (
          <SubmitForm program={program} waiting={waiting} />
        )
        return (
          <div className="stack">
            {/* What waits, or was just decided, is what one comes for. */}
            {list.reviews[0]?.state === 'withdrawn' ? null : cards[0]}
            {form}
            {list.reviews[0]?.state === 'withdrawn' ? cards : cards.slice(1)}
            {cards.length === 0 && (
              <div className="card">
                <Empty icon={<FileSearchIcon />} title={t('empty.title')} text={t('empty.text')} />
              </div>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
