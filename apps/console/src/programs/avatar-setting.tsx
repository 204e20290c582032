import type { Program } from '@sampan/platform-api'
import { useTexts } from '../texts/texts'
import { useAction } from '../ui/use-action'
import { programApi, programKeys, useQuotas } from './program-api'
import { ProgramAvatar } from './program-avatar'
import { QuotaNote } from './quota-note'
import { programTexts } from './texts'

/** The picture, shown as users will see it. */
export function AvatarSetting({ program }: { program: Program }) {
  const t = useTexts(programTexts)
  const quotas = useQuotas(program.appId)
  const save = useAction({
    run: (picture: File) => programApi.saveAvatar(program, picture),
    changes: [programKeys.one(program.appId), programKeys.quotas(program.appId)],
    done: t('saved'),
  })
  return (
    <div className="field">
      <span className="field__label">{t('picture')}</span>
      <div className="row">
        <ProgramAvatar program={program} sizePx={72} />
        <label className={save.isPending ? 'file-button file-button--busy' : 'file-button'}>
          {t('picture.choose')}
          <input
            className="visually-hidden"
            type="file"
            accept="image/jpeg,image/png"
            disabled={save.isPending}
            onChange={(event) => {
              const [picture] = event.currentTarget.files ?? []
              if (picture) save.mutate(picture)
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <small>
        {t('picture.help')} <QuotaNote quota={quotas.data?.avatar} />
      </small>
    </div>
  )
}
