import type { Program } from '@sampan/platform-api'
import { useState } from 'react'
import { Button, Tag } from 'tdesign-react'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { LinkButton } from '../ui/link-button'
import { useAction } from '../ui/use-action'
import { ApplicationPapers } from './application-papers'
import { programApi, programKeys, useCategories } from './program-api'
import { programTexts } from './texts'

const TAG = { approved: 'success', 'in-review': 'warning', draft: 'default', 'sent-back': 'danger' } as const

/** What the program offers. Some categories want papers, which a reviewer looks at. */
export function CategorySetting({ program, mayChange }: { program: Program; mayChange: boolean }) {
  const t = useTexts(programTexts)
  const pick = usePick()
  const groups = useCategories(program.appId)
  const [chosen, setChosen] = useState('')
  const changes = [programKeys.one(program.appId), programKeys.applications(program.appId)]
  const add = useAction({
    run: () => programApi.addCategory(program.appId, chosen),
    changes,
    onDone: () => setChosen(''),
  })
  const remove = useAction({
    run: (id: string) => programApi.removeApplication(program.appId, id),
    changes,
  })
  const all = groups.data?.flatMap(({ categories }) => categories) ?? []
  const nameOf = (id: string) => {
    const found = all.find((category) => category.id === id)
    return found ? pick(found.label) : id
  }
  return (
    <>
      {program.categories.length === 0 && <p className="quiet">{t('categories.none')}</p>}
      <ul className="lines">
        {program.categories.map(({ applicationId, id, state }) => (
          <li key={applicationId}>
            <div className="row">
              <b>{nameOf(id)}</b>
              <Tag theme={TAG[state]} variant="light">
                {t(`category.${state}`)}
              </Tag>
              {mayChange && state !== 'in-review' && (
                <LinkButton onClick={() => remove.mutate(applicationId)}>{t('categories.remove')}</LinkButton>
              )}
            </div>
            {mayChange && state !== 'approved' && (
              <ApplicationPapers appId={program.appId} id={applicationId} state={state} />
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form
          className="form-block"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate()
          }}
        >
          <Field label={t('categories.add')} help={t('categories.help')}>
            {({ id, describedBy }) => (
              <select
                id={id}
                aria-describedby={describedBy}
                className="input"
                value={chosen}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                <option value="">{t('categories.choose')}</option>
                {groups.data?.map((group) => (
                  <optgroup key={group.id} label={pick(group.label)}>
                    {group.categories.map((category) => (
                      <option key={category.id} value={category.id}>
                        {pick(category.label)}
                        {category.papers.length > 0 ? ` · ${t('categories.papers')}` : ''}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <Button type="submit" variant="outline" disabled={chosen === ''} loading={add.isPending}>
            {t('categories.do')}
          </Button>
        </form>
      )}
    </>
  )
}
