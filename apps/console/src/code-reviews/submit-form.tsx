import type { CodeReview, Program } from '@sampan/platform-api'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Loaded } from '../ui/loaded'
import { Choice, TextArea, TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { useVersions } from '../versions/version-api'
import { Findings } from './findings'
import { reviewApi, reviewKey, useCheck } from './review-api'
import { ReviewPagesField } from './review-pages-field'
import { codeReviewTexts } from './texts'

/** Hands a development version to the reviewers, once what a machine sees is in order. */
export function SubmitForm({ program, waiting }: { program: Program; waiting: CodeReview | undefined }) {
  const t = useTexts(codeReviewTexts)
  const { appId } = program
  const [versionId, setVersionId] = useState('')
  const [form, setForm] = useState({ pages: [] as CodeReview['form']['pages'], notes: '', testAccount: '' })
  const versions = useVersions(appId)
  const check = useCheck(appId, versionId)
  const isBlocked = !check.data || check.data.findings.some(({ level }) => level === 'error')
  const submit = useAction({
    run: () => reviewApi.submit(appId, versionId, form),
    changes: [reviewKey(appId)],
    done: t('submitted'),
    onDone: () => setVersionId(''),
  })
  return (
    <Card title={t('submit.title')}>
      <p>{t('submit.text')}</p>
      <Loaded query={versions}>
        {(found) => {
          const ready = found.filter(({ state }) => state === 'ready')
          if (ready.length === 0) {
            return (
              <p>
                {t('version.none')} <Link to={`/programs/${appId}/versions`}>{t('version.toVersions')}</Link>
              </p>
            )
          }
          return (
            <form
              className="form-block"
              onSubmit={(event) => {
                event.preventDefault()
                submit.mutate()
              }}
            >
              <Field
                label={t('version')}
                help={waiting && t('submit.replaces', { number: waiting.version.number })}
              >
                {({ id, describedBy }) => (
                  <Choice
                    id={id}
                    aria-describedby={describedBy}
                    value={versionId}
                    onChange={(chosen) => {
                      setVersionId(chosen)
                      setForm((before) => ({ ...before, pages: [] }))
                    }}
                    options={[
                      { value: '', label: t('version.choose') },
                      ...ready.map(({ id: value, number, remark }) => ({
                        value,
                        label: [number, remark].filter((part) => part !== '').join(' · '),
                      })),
                    ]}
                  />
                )}
              </Field>
              {versionId !== '' && (
                <Loaded query={check}>
                  {({ findings, pages }) => (
                    <>
                      <div className="field">
                        <span className="field__label">{t('checks')}</span>
                        <Findings findings={findings} />
                        {findings.length > 0 && (
                          <small>{t(isBlocked ? 'checks.errors' : 'checks.some')}</small>
                        )}
                      </div>
                      {!isBlocked && (
                        <>
                          <ReviewPagesField
                            pages={form.pages}
                            offered={pages}
                            onChange={(chosen) => setForm({ ...form, pages: chosen })}
                          />
                          <Field label={t('notes')} help={t('notes.help')} isOptional>
                            {({ id, describedBy }) => (
                              <TextArea
                                id={id}
                                aria-describedby={describedBy}
                                maxLength={1000}
                                value={form.notes}
                                onChange={(notes) => setForm({ ...form, notes })}
                              />
                            )}
                          </Field>
                          <Field label={t('account')} help={t('account.help')} isOptional>
                            {({ id, describedBy }) => (
                              <TextInput
                                id={id}
                                aria-describedby={describedBy}
                                autoComplete="off"
                                maxLength={200}
                                value={form.testAccount}
                                onChange={(testAccount) => setForm({ ...form, testAccount })}
                              />
                            )}
                          </Field>
                          <Button type="submit" loading={submit.isPending}>
                            {t('submit')}
                          </Button>
                        </>
                      )}
                    </>
                  )}
                </Loaded>
              )}
            </form>
          )
        }}
      </Loaded>
    </Card>
  )
}
