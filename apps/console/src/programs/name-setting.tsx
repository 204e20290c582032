import type { Program } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button } from 'tdesign-react'
import { useLanguage } from '../texts/language'
import { ruleTexts } from '../texts/rules'
import { findText, useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { programApi, programKeys, useQuotas } from './program-api'
import { QuotaNote } from './quota-note'
import { programTexts } from './texts'

/** The name, checked while one writes it. */
export function NameSetting({ program }: { program: Program }) {
  const t = useTexts(programTexts)
  const { language } = useLanguage()
  const [name, setName] = useState(program.name)
  const asked = useDeferredValue(name.trim())
  const isNew = asked !== '' && asked !== program.name
  const check = useQuery({
    queryKey: ['name-check', program.appId, asked],
    enabled: isNew,
    queryFn: () => programApi.checkName(program.appId, asked),
  })
  const quotas = useQuotas(program.appId)
  const save = useAction({
    run: () => programApi.saveName(program, name.trim()),
    changes: [programKeys.one(program.appId), programKeys.quotas(program.appId)],
    done: t('saved'),
  })
  const problem = isNew ? check.data?.problem : null
  const words = check.data?.words.join(', ') ?? ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={t('name.label')}
        help={
          <>
            {t('name.help')} <QuotaNote quota={quotas.data?.name} />
          </>
        }
        problem={
          problem
            ? `${findText(ruleTexts, language, problem) ?? problem}${words && ` (${words})`}`
            : undefined
        }
      >
        {({ id, describedBy }) => (
          <TextInput
            id={id}
            aria-describedby={describedBy}
            aria-invalid={Boolean(problem)}
            value={name}
            onChange={setName}
          />
        )}
      </Field>
      <Button type="submit" disabled={!isNew || Boolean(problem)} loading={save.isPending}>
        {t('save.name')}
      </Button>
    </form>
  )
}
