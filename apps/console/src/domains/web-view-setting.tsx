import type { DomainProblem, ProgramDomains } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { domainApi, domainKeys, domainProblems, fromLines, toLines } from './domain-api'
import { ProblemList } from './problem-list'
import { domainTexts } from './texts'

/** Sites that the program shows inside itself. Each carries a file that shows whose it is. */
export function WebViewSetting(props: { appId: string; domains: ProgramDomains; mayChange: boolean }) {
  const { appId, domains, mayChange } = props
  const { fileName, content } = domains.proof
  const t = useTexts(domainTexts)
  const [text, setText] = useState(toLines(domains.lists.webView))
  const [problems, setProblems] = useState<DomainProblem[]>([])
  const save = useAction({
    run: () => domainApi.saveWebView(appId, { revision: domains.revision, domains: fromLines(text) }),
    changes: [domainKeys.lists(appId)],
    done: t('saved'),
    onDone: () => setProblems([]),
    onProblem(problem) {
      const found = domainProblems(problem)
      setProblems(found)
      return found.length > 0
    },
  })
  return (
    <Card title={t('sites')}>
      <p className="quiet">{t('sites.text')}</p>
      <p>
        {t('proof')}{' '}
        <a href={`data:text/plain,${encodeURIComponent(content)}`} download={fileName}>
          {fileName}
        </a>{' '}
        · <CopyText text={content} />
      </p>
      <form
        className="form-block"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Field label={t('kind.webView')} help={t('most', { most: domains.most.webView })}>
          {({ id, describedBy }) => (
            <>
              <TextArea
                id={id}
                aria-describedby={describedBy}
                spellCheck={false}
                readOnly={!mayChange}
                placeholder={t('example.webView')}
                value={text}
                onChange={setText}
              />
              <ProblemList problems={problems} />
            </>
          )}
        </Field>
        {mayChange && (
          <Button type="submit" variant="outline" loading={save.isPending}>
            {t('save.sites')}
          </Button>
        )}
      </form>
    </Card>
  )
}
