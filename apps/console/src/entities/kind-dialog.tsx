import type { EntityKind } from '@sampan/platform-api'
import { useNavigate } from 'react-router'
import { Button } from 'tdesign-react'
import { useLanguage, usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Loaded } from '../ui/loaded'
import { Modal } from '../ui/modal'
import { useAction } from '../ui/use-action'
import { entityApi, entityKeys, useEntityKinds } from './entity-api'
import { entityTexts } from './texts'

/** The choice that cannot be changed later: what each kind needs and gets. */
export function KindDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useTexts(entityTexts)
  const pick = usePick()
  const kinds = useEntityKinds()
  const navigate = useNavigate()
  const create = useAction({
    run: entityApi.create,
    changes: [entityKeys.mine],
    onDone: ({ id }) => void navigate(`/account/entities/${id}`),
  })
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={t('choose.title')} isWide>
      <Loaded query={kinds}>
        {(found) => (
          <div className="kinds">
            {found.map((kind) => (
              <div key={kind.code} className="kinds__one">
                <div>
                  <b>{pick(kind.label)}</b>
                  <p className="quiet">{pick(kind.who)}</p>
                  <p className="quiet">
                    <KindFacts kind={kind} />
                  </p>
                </div>
                <Button
                  variant="outline"
                  loading={create.isPending && create.variables === kind.code}
                  onClick={() => create.mutate(kind.code)}
                  aria-label={`${t('begin')}: ${pick(kind.label)}`}
                >
                  {t('begin')}
                </Button>
              </div>
            ))}
          </div>
        )}
      </Loaded>
    </Modal>
  )
}

function KindFacts({ kind }: { kind: EntityKind }) {
  const t = useTexts(entityTexts)
  const pick = usePick()
  const { language } = useLanguage()
  const papers = kind.documents.map(({ label }) => pick(label)).join(language === 'zh' ? '、' : ', ')
  const fee = kind.fee && formatFee(kind.fee, language)
  const facts = [
    papers && t('choose.papers', { papers }),
    t('choose.programs', { count: kind.maxPrograms }),
    fee && t('choose.fee', { fee }),
    t(kind.filing === 'required' ? 'choose.filing' : 'choose.noFiling'),
  ]
  return facts.filter(Boolean).join(' · ')
}

function formatFee({ amount, currency }: NonNullable<EntityKind['fee']>, language: 'en' | 'zh'): string {
  return (amount / 100).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  })
}
