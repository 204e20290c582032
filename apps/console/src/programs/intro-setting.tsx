import type { Program } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { programApi, programKeys, useQuotas } from './program-api'
import { QuotaNote } from './quota-note'
import { programTexts } from './texts'

/** The sentence or two under the name. */
export function IntroSetting({ program }: { program: Program }) {
  const t = useTexts(programTexts)
  const [intro, setIntro] = useState(program.intro)
  const quotas = useQuotas(program.appId)
  const save = useAction({
    run: () => programApi.saveIntro(program, intro.trim()),
    changes: [programKeys.one(program.appId), programKeys.quotas(program.appId)],
    done: t('saved'),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={t('introduction')}
        help={
          <>
            {t('introduction.help')} <QuotaNote quota={quotas.data?.intro} />
          </>
        }
      >
        {({ id, describedBy }) => (
          <TextArea id={id} aria-describedby={describedBy} value={intro} onChange={setIntro} />
        )}
      </Field>
      <Button
        type="submit"
        loading={save.isPending}
        disabled={intro.trim() === '' || intro.trim() === program.intro}
      >
        {t('save.introduction')}
      </Button>
    </form>
  )
}
