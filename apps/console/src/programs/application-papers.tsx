import type { Application, ApplicationAction, ApplicationState } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'tdesign-react'
import { request } from '../api/request'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { useAction } from '../ui/use-action'
import { at, programKeys } from './program-api'
import { programTexts } from './texts'

/** The papers that an application wants, and handing it in. In another `state` it is read anew. */
export function ApplicationPapers(props: { appId: string; id: string; state: ApplicationState }) {
  const { appId, id } = props
  const t = useTexts(programTexts)
  const pick = usePick()
  const key = programKeys.applications(appId)
  const applications = useQuery({
    queryKey: [...key, props.state],
    queryFn: () =>
      request<{ applications: Application[] }>(at(appId, '/applications')).then(
        (answer) => answer.applications,
      ),
  })
  const changes = [key, programKeys.one(appId)]
  const addPaper = useAction({
    run: ({ paper, file }: { paper: string; file: File }) =>
      request(at(appId, `/applications/${id}/papers/${encodeURIComponent(paper)}`), {
        method: 'PUT',
        body: file,
      }),
    changes,
  })
  const takeStep = useAction({
    run: ({ action, revision }: { action: ApplicationAction; revision: number }) =>
      request(at(appId, `/applications/${id}/steps`), { body: { action, revision } }),
    changes,
  })
  const application = applications.data?.find((each) => each.id === id)
  if (!application) return null
  const { actions, revision } = application
  const reason = application.state === 'sent-back' ? application.history.at(-1)?.reason : undefined
  const has = (paper: string) => application.papers.some((each) => each.id === paper)
  return (
    <>
      {reason && <p className="field__problem">{reason}</p>}
      {application.wanted.map((set, index) => (
        <ul key={index} className="paper-list">
          {index > 0 && <li className="quiet">{t('papers.or')}</li>}
          {set.map((paper) => (
            <li key={paper.id}>
              <span>
                {pick(paper.label)} {has(paper.id) && <span className="quiet">· {t('papers.there')}</span>}
              </span>
              {actions.includes('submit') && (
                <label className="file-button">
                  {t(has(paper.id) ? 'papers.replace' : 'papers.choose')}
                  <input
                    className="visually-hidden"
                    type="file"
                    accept="image/jpeg,image/png"
                    aria-label={pick(paper.label)}
                    onChange={(event) => {
                      const [file] = event.currentTarget.files ?? []
                      if (file) addPaper.mutate({ paper: paper.id, file })
                      event.currentTarget.value = ''
                    }}
                  />
                </label>
              )}
            </li>
          ))}
        </ul>
      ))}
      <div className="row">
        {(['submit', 'withdraw'] as const)
          .filter((action) => actions.includes(action))
          .map((action) => (
            <Button
              key={action}
              variant="outline"
              loading={takeStep.isPending}
              onClick={() => takeStep.mutate({ action, revision })}
            >
              {t(`papers.${action}`)}
            </Button>
          ))}
      </div>
    </>
  )
}
