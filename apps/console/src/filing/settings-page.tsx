import type { FilingSettings } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { useAction } from '../ui/use-action'
import { filingTexts } from './texts'

const PATH = '/api/operator/filing-settings'
const KEY = ['operator', 'filing-settings']

/** Who has to file before a release: the operator's decision. */
export default function FilingSettingsPage() {
  const t = useTexts(filingTexts)
  const settings = useQuery({ queryKey: KEY, queryFn: () => request<FilingSettings>(PATH) })
  const save = useAction({
    run: (wanted: FilingSettings) => request(PATH, { method: 'PUT', body: wanted }),
    changes: [KEY],
    done: t('settings.saved'),
  })
  return (
    <Page title={t('settings.title')} intro={t('settings.intro')}>
      <Loaded query={settings}>
        {(found) => (
          <Card>
            <label className="choice">
              <input
                type="checkbox"
                checked={found.isRequired}
                disabled={save.isPending}
                onChange={() => save.mutate({ ...found, isRequired: !found.isRequired })}
              />
              <span>
                {t('settings.required')}
                <small>{t('settings.required.text')}</small>
              </span>
            </label>
            <label className="choice">
              <input
                type="checkbox"
                checked={found.overseas === 'required'}
                disabled={save.isPending || !found.isRequired}
                onChange={() =>
                  save.mutate({ ...found, overseas: found.overseas === 'required' ? 'exempt' : 'required' })
                }
              />
              <span>
                {t('settings.overseas')}
                <small>{t('settings.overseas.text')}</small>
              </span>
            </label>
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
