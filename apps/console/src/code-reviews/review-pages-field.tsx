import type { ReviewForm } from '@sampan/platform-api'
import { DeleteIcon } from 'tdesign-icons-react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Choice, TextInput } from '../ui/text-input'
import { codeReviewTexts } from './texts'

const MOST_PAGES = 5
const MOST_TITLE_CHARACTERS = 32

type Page = ReviewForm['pages'][number]

/** The pages that the reviewer begins with. */
export function ReviewPagesField(props: {
  pages: readonly Page[]
  /** Those that the version has. */
  offered: readonly string[]
  onChange(pages: Page[]): void
}) {
  const { pages, offered, onChange } = props
  const t = useTexts(codeReviewTexts)
  const next = offered.find((path) => !pages.some((page) => page.path === path))
  const change = (index: number, change: Partial<Page>) =>
    onChange(pages.map((page, at) => (at === index ? { ...page, ...change } : page)))
  return (
    <fieldset className="review-pages">
      <legend>{t('pages')}</legend>
      {pages.map(({ path, title }, index) => (
        <div key={index} className="row">
          <Choice
            aria-label={t('page.path')}
            value={path}
            onChange={(value) => change(index, { path: value })}
            options={offered.map((each) => ({ value: each, label: each }))}
          />
          <TextInput
            aria-label={t('page.title')}
            placeholder={t('page.title')}
            required
            maxLength={MOST_TITLE_CHARACTERS}
            value={title}
            onChange={(value) => change(index, { title: value })}
          />
          <Button
            variant="text"
            shape="square"
            icon={<DeleteIcon />}
            aria-label={t('page.remove', { title: title || path })}
            onClick={() => onChange(pages.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {next !== undefined && pages.length < MOST_PAGES && (
        <Button variant="outline" onClick={() => onChange([...pages, { path: next, title: '' }])}>
          {t('page.add')}
        </Button>
      )}
      <small>{t('pages.help', { most: MOST_PAGES })}</small>
    </fieldset>
  )
}
