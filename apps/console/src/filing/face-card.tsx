import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { QrCode } from '../ui/qr-code'
import { useAction } from '../ui/use-action'
import { filingApi, filingKeys } from './filing-api'
import { filingTexts } from './texts'

/** The code that the person in charge scans for the face check. */
export function FaceCard({ appId, mayManage }: { appId: string; mayManage: boolean }) {
  const t = useTexts(filingTexts)
  const start = useAction({ run: () => filingApi.startFace(appId), changes: [filingKeys.one(appId)] })
  return (
    <Card title={t('face.title')}>
      <p>{t('face.text')}</p>
      {start.data ? (
        <div className="scan">
          <QrCode text={start.data.url} label={t('face.title')} />
          {!start.data.isReal && <p className="quiet">{t('face.simulated')}</p>}
          <CopyText text={start.data.url} label={t('face.link')} />
        </div>
      ) : (
        mayManage && (
          <div className="form-end">
            <Button loading={start.isPending} onClick={() => start.mutate()}>
              {t('face.start')}
            </Button>
          </div>
        )
      )}
    </Card>
  )
}
