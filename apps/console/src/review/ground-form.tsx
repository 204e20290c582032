import type { ReviewGround, ReviewRule } from '@sampan/platform-api'
import { DeleteIcon } from 'tdesign-icons-react'
import { Button } from 'tdesign-react'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Choice, TextArea } from '../ui/text-input'
import { codeTexts } from './code-texts'

/** Which rules a version breaks: each with the page and what one sees there. */
export function GroundForm(props: {
  grounds: readonly ReviewGround[]
  rules: readonly ReviewRule[]
  pages: readonly string[]
  onChange(grounds: ReviewGround[]): void
}) {
  const { grounds, rules, pages, onChange } = props
  const t = useTexts(codeTexts)
  const pick = usePick()
  const change = (index: number, change: Partial<ReviewGround>) =>
    onChange(grounds.map((ground, at) => (at === index ? { ...ground, ...change } : ground)))
  return (
    <>
      {grounds.map(({ rule, page, evidence }, index) => (
        <fieldset key={index} className="ground">
          <Choice
            aria-label={t('ground.rule')}
            value={rule}
            onChange={(value) => change(index, { rule: value })}
            options={[
              { value: '', label: t('ground.choose') },
              ...rules.map(({ id, label }) => ({ value: id, label: `${id} ${pick(label)}` })),
            ]}
          />
          <Choice
            aria-label={t('ground.page')}
            value={page}
            onChange={(value) => change(index, { page: value })}
            options={[
              { value: '', label: t('ground.whole') },
              ...pages.map((path) => ({ value: path, label: path })),
            ]}
          />
          <TextArea
            aria-label={t('ground.evidence')}
            placeholder={t('ground.evidence')}
            maxLength={1000}
            value={evidence}
            onChange={(value) => change(index, { evidence: value })}
          />
          <Button
            variant="text"
            icon={<DeleteIcon />}
            onClick={() => onChange(grounds.filter((_, at) => at !== index))}
          >
            {t('ground.remove', { rule: rule || t('ground.rule') })}
          </Button>
        </fieldset>
      ))}
      <Button variant="outline" onClick={() => onChange([...grounds, { rule: '', page: '', evidence: '' }])}>
        {t('ground.add')}
      </Button>
    </>
  )
}
