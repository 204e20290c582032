import type { FieldRule, Filing, FilingSection, FormProblem } from '@sampan/platform-api'
import { useState } from 'react'
import { CheckCircleFilledIcon } from 'tdesign-icons-react'
import { Alert, Button } from 'tdesign-react'
import { entityTexts } from '../entities/texts'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { useAction } from '../ui/use-action'
import { AnswerInput, ChoiceBoxes } from './answer-input'
import { filingApi, filingKeys, useKeepFiling } from './filing-api'
import { PaperList } from './paper-list'
import { filingTexts } from './texts'
import { useSaveAnswers } from './use-save-answers'

/** Answers on which other questions depend are saved as they are given. */
const SHAPING: ReadonlySet<FieldRule['type']> = new Set(['choice', 'choices'])

/** The form, one section at a time, with what is missing in each. */
export function FilingForm({ filing }: { filing: Filing }) {
  const t = useTexts(filingTexts)
  const [answers, setAnswers] = useState(filing.answers)
  const [at, goTo] = useState(0)
  const [showsProblems, setShowsProblems] = useState(false)
  /** Answered since the problems were found. */
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())
  const { appId, form, problems } = filing
  const section = form[Math.min(at, form.length - 1)]!
  const keep = useKeepFiling(appId)
  const saveAnswers = useSaveAnswers(filing)

  const save = useAction({
    run: saveAnswers,
    changes: [],
    onDone: keep,
  })
  const submit = useAction({
    run: async () => filingApi.submit((await saveAnswers(answers)).filing!),
    changes: [filingKeys.one(appId)],
    done: t('submitted'),
    onProblem({ problem }) {
      setShowsProblems(true)
      setMended(new Set())
      if (problem.problems) goTo(firstWrong(form, problem.problems))
      return false
    },
  })
  const shown = showsProblems ? problems.filter(({ field }) => !mended.has(field)) : []

  function answer(field: FieldRule, value: string) {
    const next = { ...answers, [field.id]: value }
    setAnswers(next)
    setMended((all) => new Set(all).add(field.id))
    if (SHAPING.has(field.type)) save.mutate(next)
  }
  function go(to: number) {
    save.mutate(answers)
    goTo(to)
    window.scrollTo({ top: 0 })
  }

  return (
    <>
      <SectionSteps form={form} problems={problems} at={at} go={go} />
      {filing.remarks.length > 0 && <Remarks filing={filing} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (at < form.length - 1) go(at + 1)
        }}
      >
        <Card title={t(`section.${section.id}`)}>
          {section.id === 'promises' && <p className="form-note">{t('section.promises.text')}</p>}
          {section.fields.map((field) => (
            <Question
              key={field.id}
              field={field}
              value={answers[field.id] ?? ''}
              problem={shown.find((each) => each.field === field.id)?.problem}
              onChange={(value) => answer(field, value)}
            />
          ))}
        </Card>
        {section.documents.length > 0 && (
          <PaperList filing={filing} papers={section.documents} problems={shown} onSaved={keep} />
        )}
        <div className="form-end">
          {at < form.length - 1 ? (
            <Button type="submit" size="large" loading={save.isPending}>
              {t('next')}
            </Button>
          ) : (
            <AskFirst question={t('submit.sure')} action={t('submit')} onConfirm={() => submit.mutate()}>
              {(ask) => (
                <Button type="button" size="large" loading={submit.isPending} onClick={ask}>
                  {t('submit')}
                </Button>
              )}
            </AskFirst>
          )}
          {at > 0 && (
            <Button type="button" size="large" variant="outline" onClick={() => go(at - 1)}>
              {t('back')}
            </Button>
          )}
        </div>
      </form>
    </>
  )
}

function SectionSteps(props: {
  form: FilingSection[]
  problems: FormProblem[]
  at: number
  go(to: number): void
}) {
  const t = useTexts(filingTexts)
  return (
    <nav className="section-steps" aria-label={t('sections')}>
      {props.form.map((section, index) => {
        const missing = countIn(section, props.problems)
        return (
          <button
            key={section.id}
            type="button"
            aria-current={index === props.at ? 'step' : undefined}
            onClick={() => props.go(index)}
          >
            <b>
              {index + 1}. {t(`part.${section.id}`)}
            </b>
            <small>
              {missing === 0 ? (
                <>
                  <CheckCircleFilledIcon /> {t('complete')}
                </>
              ) : (
                t('missing.count', { count: missing })
              )}
            </small>
          </button>
        )
      })}
    </nav>
  )
}

function Question(props: {
  field: FieldRule
  value: string
  problem: FormProblem['problem'] | undefined
  onChange(value: string): void
}) {
  const { field, value, onChange } = props
  const t = useTexts(entityTexts)
  const pick = usePick()
  const problem = props.problem && t(`problem.${props.problem}`)
  if (field.type === 'choices') return <ChoiceBoxes {...{ field, value, problem, onChange }} />
  if (field.type === 'accept') {
    return (
      <label className="choice">
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
        />
        <span>
          {pick(field.label)} {problem && <span className="field__problem">{problem}</span>}
        </span>
      </label>
    )
  }
  return (
    <Field
      label={pick(field.label)}
      help={field.help && pick(field.help)}
      isOptional={field.isOptional}
      problem={problem}
    >
      {(ids) => (
        <AnswerInput
          {...ids}
          field={field}
          isWrong={problem !== undefined}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

/** What the one who sent it back wrote to single answers. */
function Remarks({ filing }: { filing: Filing }) {
  const pick = usePick()
  const rules = filing.form.flatMap(({ fields, documents }) => [...fields, ...documents])
  return (
    <div className="section-remarks">
      {filing.remarks.map(({ field, reason, suggestion }, index) => {
        const rule = rules.find(({ id }) => id === field)
        const text = [reason, suggestion].filter((each) => each !== '').join(' · ')
        return <Alert key={index} theme="warning" message={rule ? `${pick(rule.label)}: ${text}` : text} />
      })}
    </div>
  )
}

function countIn({ fields, documents }: FilingSection, problems: FormProblem[]): number {
  const ids = new Set([...fields, ...documents].map(({ id }) => id))
  return problems.filter(({ field }) => ids.has(field)).length
}

function firstWrong(form: FilingSection[], problems: FormProblem[]): number {
  return Math.max(
    0,
    form.findIndex((section) => countIn(section, problems) > 0),
  )
}
