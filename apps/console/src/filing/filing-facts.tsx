import type { FieldRule, Filing } from '@sampan/platform-api'
import { entityTexts } from '../entities/texts'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { filingTexts } from './texts'

/** What was filled in, to read; papers by the address that `urlOf` gives. */
export function FilingFacts({ filing, urlOf }: { filing: Filing; urlOf(document: string): string }) {
  const t = useTexts(filingTexts)
  const tEntity = useTexts(entityTexts)
  const pick = usePick()
  const rules = filing.form.flatMap(({ documents }) => documents)
  const say = (field: FieldRule) => {
    const value = filing.answers[field.id] ?? ''
    if (value === 'forever') return t('forever')
    if (field.type === 'accept') return value === 'yes' ? t('accepted') : ''
    if (!field.options) return value
    const chosen = value.split(',')
    const labels = field.options.filter(({ id }) => chosen.includes(id)).map(({ label }) => pick(label))
    return labels.join(t('comma'))
  }
  return (
    <>
      {filing.form.map(({ id, fields }) => (
        <Card key={id} title={t(`section.${id}`)}>
          <Facts facts={fields.map((field) => [pick(field.label), say(field)] as const)} />
        </Card>
      ))}
      {filing.documents.length > 0 && (
        <Card title={tEntity('documents.title')}>
          <div className="papers">
            {filing.documents.map(({ id, uploadedAt }) => {
              const rule = rules.find((each) => each.id === id)
              const url = `${urlOf(id)}?at=${encodeURIComponent(uploadedAt)}`
              const name = rule ? pick(rule.label) : id
              return (
                <a key={id} href={url} target="_blank" rel="noreferrer">
                  <img src={url} alt={name} loading="lazy" />
                  {name}
                </a>
              )
            })}
          </div>
        </Card>
      )}
    </>
  )
}
