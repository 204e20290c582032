import type { DocumentRule, Filing, FormProblem, ProgramFiling } from '@sampan/platform-api'
import { entityTexts } from '../entities/texts'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { uiTexts } from '../ui/texts'
import { useAction } from '../ui/use-action'
import { documentUrl, filingApi } from './filing-api'

/** The papers of one section. */
export function PaperList(props: {
  filing: Filing
  papers: DocumentRule[]
  problems: FormProblem[]
  onSaved(answer: ProgramFiling): void
}) {
  const t = useTexts(entityTexts)
  return (
    <Card title={t('documents.title')}>
      <p className="quiet">{t('documents.help')}</p>
      <ul className="paper-list">
        {props.papers.map((paper) => (
          <PaperRow key={paper.id} {...props} paper={paper} />
        ))}
      </ul>
    </Card>
  )
}

function PaperRow(props: {
  filing: Filing
  paper: DocumentRule
  problems: FormProblem[]
  onSaved(answer: ProgramFiling): void
}) {
  const { filing, paper } = props
  const t = useTexts(entityTexts)
  const ui = useTexts(uiTexts)
  const pick = usePick()
  const there = filing.documents.find(({ id }) => id === paper.id)
  const isMissing = props.problems.some(({ field }) => field === paper.id)
  const upload = useAction({
    run: (file: File) => filingApi.saveDocument(filing.appId, paper.id, file),
    changes: [],
    onDone: props.onSaved,
  })
  return (
    <li>
      <div>
        <b>{pick(paper.label)}</b>{' '}
        {paper.isOptional && <span className="field__optional">({ui('optional')})</span>}
        {paper.help && <p className="quiet">{pick(paper.help)}</p>}
        {isMissing && <p className="field__problem">{t('problem.missing')}</p>}
      </div>
      <div className="row">
        {there && (
          <a
            href={`${documentUrl(filing.appId, paper.id)}?at=${there.uploadedAt}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('documents.see')}
          </a>
        )}
        <label className={`file-button ${upload.isPending ? 'file-button--busy' : ''}`}>
          {t(there ? 'documents.replace' : 'documents.choose')}
          <input
            type="file"
            className="visually-hidden"
            accept="image/jpeg,image/png"
            aria-label={`${t('documents.choose')}: ${pick(paper.label)}`}
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
