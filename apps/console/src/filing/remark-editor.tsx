import type { Filing, FilingRemark } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { LinkButton } from '../ui/link-button'
import { Choice, TextInput } from '../ui/text-input'
import { filingTexts } from './texts'

const NOTHING: FilingRemark = { field: '', reason: '', suggestion: '' }

/** What is wrong with single answers and papers, for whoever corrects them. */
export function RemarkEditor(props: {
  filing: Filing
  remarks: FilingRemark[]
  onChange(remarks: FilingRemark[]): void
}) {
  const t = useTexts(filingTexts)
  const pick = usePick()
  const [next, setNext] = useState(NOTHING)
  const rules = props.filing.form.flatMap(({ fields, documents }) => [...fields, ...documents])
  const nameOf = (field: string) => {
    const rule = rules.find(({ id }) => id === field)
    return rule ? pick(rule.label) : field
  }
  return (
    <Card title={t('remarks.title')}>
      <p className="quiet">{t('remarks.text')}</p>
      <ul className="history">
        {props.remarks.map((remark) => (
          <li key={remark.field}>
            <b>{nameOf(remark.field)}</b> {remark.reason}
            {remark.suggestion && <p className="quiet">{remark.suggestion}</p>}
            <LinkButton
              onClick={() => props.onChange(props.remarks.filter(({ field }) => field !== remark.field))}
            >
              {t('remarks.remove')}
            </LinkButton>
          </li>
        ))}
      </ul>
      <form
        className="form-block"
        onSubmit={(event) => {
          event.preventDefault()
          props.onChange([...props.remarks.filter(({ field }) => field !== next.field), next])
          setNext(NOTHING)
        }}
      >
        <Field label={t('remarks.field')}>
          {({ id }) => (
            <Choice
              id={id}
              required
              value={next.field}
              onChange={(field) => setNext({ ...next, field })}
              options={[
                { value: '', label: t('choose') },
                ...rules.map((rule) => ({ value: rule.id, label: pick(rule.label) })),
              ]}
            />
          )}
        </Field>
        <Field label={t('remarks.reason')}>
          {({ id }) => (
            <TextInput
              id={id}
              required
              maxLength={500}
              value={next.reason}
              onChange={(reason) => setNext({ ...next, reason })}
            />
          )}
        </Field>
        <Field label={t('remarks.suggestion')} isOptional>
          {({ id }) => (
            <TextInput
              id={id}
              maxLength={500}
              value={next.suggestion}
              onChange={(suggestion) => setNext({ ...next, suggestion })}
            />
          )}
        </Field>
        <Button type="submit" variant="outline">
          {t('remarks.add')}
        </Button>
      </form>
    </Card>
  )
}
