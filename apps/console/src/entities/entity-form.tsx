import type { DocumentRule, Entity, EntityKind, FieldRule, VerificationRoute } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import type { RequestProblem } from '../api/request'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextArea, TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { documentUrl, entityApi, entityKeys } from './entity-api'
import { entityTexts } from './texts'

type Problems = Record<string, Entity['problems'][number]['problem']>

/** The registration form. What is wrong shows after one tried to hand it in, and then goes as it is mended. */
export function EntityForm({ entity, kind }: { entity: Entity; kind: EntityKind }) {
  const t = useTexts(entityTexts)
  const pick = usePick()
  const [answers, setAnswers] = useState(entity.answers)
  const [route, setRoute] = useState<VerificationRoute>(
    entity.verificationRoute ?? kind.verification[0]?.route ?? 'none',
  )
  const [problems, setProblems] = useState<Problems>({})
  const changes = [entityKeys.mine, entityKeys.one(entity.id)]

  const showProblems = ({ problem }: RequestProblem) => {
    if (!problem.problems) return false
    setProblems(Object.fromEntries(problem.problems.map(({ field, problem }) => [field, problem])))
    return false
  }
  const save = useAction({
    run: () => entityApi.saveAnswers(entity, answers),
    changes,
    done: t('saved'),
    onProblem: showProblems,
  })
  const submit = useAction({
    run: async () => entityApi.submit(await entityApi.saveAnswers(entity, answers), route),
    changes,
    done: t('submitted'),
    onProblem: showProblems,
  })
  const problemText = (id: string) => problems[id] && t(`problem.${problems[id]}`)

  function answer(id: string, value: string) {
    setAnswers((all) => ({ ...all, [id]: value }))
    setProblems(({ [id]: _mended, ...others }) => others)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Card title={t('form.title')}>
        {kind.fields.map((field) => (
          <Field
            key={field.id}
            label={pick(field.label)}
            help={field.help && pick(field.help)}
            isOptional={field.isOptional}
            problem={problemText(field.id)}
          >
            {({ id, describedBy }) => (
              <AnswerInput
                id={id}
                describedBy={describedBy}
                field={field}
                isWrong={field.id in problems}
                value={answers[field.id] ?? ''}
                onChange={(value) => answer(field.id, value)}
              />
            )}
          </Field>
        ))}
      </Card>
      {kind.documents.length > 0 && (
        <Card title={t('documents.title')}>
          <p className="quiet">{t('documents.help')}</p>
          <ul className="paper-list">
            {kind.documents.map((document) => (
              <PaperRow
                key={document.id}
                entity={entity}
                document={document}
                problem={problemText(document.id)}
                onUploaded={() => setProblems(({ [document.id]: _there, ...others }) => others)}
              />
            ))}
          </ul>
        </Card>
      )}
      {kind.verification.length > 1 && (
        <Card title={t('route.title')}>
          {kind.verification.map(({ route: each, label, withinDays }) => (
            <label key={each} className="choice">
              <input type="radio" name="route" checked={route === each} onChange={() => setRoute(each)} />
              <span>
                {pick(label)}
                {withinDays !== undefined && <small>{t('route.days', { days: withinDays })}</small>}
              </span>
            </label>
          ))}
        </Card>
      )}
      <div className="form-end">
        <AskFirst question={t('submit.sure')} action={t('submit')} onConfirm={() => submit.mutate()}>
          {(ask) => (
            <Button type="button" size="large" loading={submit.isPending} onClick={ask}>
              {t('submit')}
            </Button>
          )}
        </AskFirst>
        <Button type="submit" size="large" variant="outline" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

interface AnswerInputProps {
  id: string
  describedBy: string | undefined
  field: FieldRule
  isWrong: boolean
  value: string
  onChange(value: string): void
}

const INPUT_TYPES: Partial<Record<FieldRule['type'], string>> = { phone: 'tel', email: 'email' }

function AnswerInput({ id, describedBy, field, isWrong, value, onChange }: AnswerInputProps) {
  const shared = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    maxLength: field.maxCharacters,
    value,
    onChange,
  }
  if (field.type === 'long-text') return <TextArea {...shared} />
  return <TextInput {...shared} type={INPUT_TYPES[field.type] ?? 'text'} autoComplete="off" />
}

interface PaperRowProps {
  entity: Entity
  document: DocumentRule
  problem: string | undefined
  onUploaded(): void
}

function PaperRow({ entity, document, problem, onUploaded }: PaperRowProps) {
  const t = useTexts(entityTexts)
  const pick = usePick()
  const there = entity.documents.find(({ id }) => id === document.id)
  const upload = useAction({
    run: (file: File) => entityApi.saveDocument(entity.id, document.id, file),
    changes: [entityKeys.one(entity.id)],
    done: t('documents.done'),
    onDone: onUploaded,
  })
  return (
    <li>
      <div>
        <b>{pick(document.label)}</b>
        {document.help && <p className="quiet">{pick(document.help)}</p>}
        {problem && !there && <p className="field__problem">{problem}</p>}
      </div>
      <div className="row">
        {there && (
          <a href={documentUrl(entity.id, document.id)} target="_blank" rel="noreferrer">
            {t('documents.see')}
          </a>
        )}
        <label className={`file-button ${upload.isPending ? 'file-button--busy' : ''}`}>
          {t(there ? 'documents.replace' : 'documents.choose')}
          <input
            type="file"
            className="visually-hidden"
            accept="image/jpeg,image/png"
            aria-label={`${t('documents.choose')}: ${pick(document.label)}`}
            disabled={upload.isPending}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file) upload.mutate(file)
            }}
          />
        </label>
      </div>
    </li>
  )
}
