import type { DomainProblem, ProgramDomains, ServerDomainKind, ServerDomainLists } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextArea, TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { domainApi, domainKeys, domainProblems, fromLines, toLines } from './domain-api'
import { ProblemList } from './problem-list'
import { domainTexts } from './texts'

/** Most programs need the first four. */
const KINDS: ServerDomainKind[] = ['request', 'socket', 'upload', 'download', 'udp', 'tcp', 'dnsPrefetch']
const SHOWN_FIRST = 4

/** Addresses by kind of call. Each new one is connected to before it is taken. */
export function ServerSetting(props: { appId: string; domains: ProgramDomains; mayChange: boolean }) {
  const { appId, domains, mayChange } = props
  const t = useTexts(domainTexts)
  const [texts, setTexts] = useState(
    () =>
      Object.fromEntries(KINDS.map((kind) => [kind, toLines(domains.lists[kind])])) as Record<
        ServerDomainKind,
        string
      >,
  )
  const [icpNumbers, setIcpNumbers] = useState(domains.icpNumbers)
  const [problems, setProblems] = useState<DomainProblem[]>([])
  const lists = Object.fromEntries(KINDS.map((kind) => [kind, fromLines(texts[kind])])) as ServerDomainLists
  const hosts = [...new Set(Object.values(lists).flat().map(hostOf).filter(Boolean))]
  const save = useAction({
    run: () =>
      domainApi.saveServers(appId, {
        revision: domains.revision,
        lists,
        icpNumbers: Object.fromEntries(
          hosts.map((host) => [host, icpNumbers[host]?.trim() ?? '']).filter(([, number]) => number !== ''),
        ),
      }),
    changes: [domainKeys.lists(appId), domainKeys.backends(appId)],
    done: t('saved'),
    onDone: () => setProblems([]),
    onProblem(problem) {
      const found = domainProblems(problem)
      setProblems(found)
      return found.length > 0
    },
  })
  const field = (kind: ServerDomainKind) => (
    <Field key={kind} label={t(`kind.${kind}`)} help={t('most', { most: domains.most[kind] })}>
      {({ id, describedBy }) => (
        <>
          <TextArea
            id={id}
            aria-describedby={describedBy}
            rows={Math.max(2, lists[kind].length + 1)}
            spellCheck={false}
            readOnly={!mayChange}
            placeholder={t(`example.${kind}`)}
            value={texts[kind]}
            onChange={(text) => setTexts((before) => ({ ...before, [kind]: text }))}
          />
          <ProblemList problems={problems.filter((problem) => problem.kind === kind)} />
        </>
      )}
    </Field>
  )
  const { used, limit } = domains.changes
  return (
    <Card title={t('servers')}>
      <p className="quiet">{t('servers.text')}</p>
      <form
        className="form-block"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {KINDS.slice(0, SHOWN_FIRST).map(field)}
        <details open={KINDS.slice(SHOWN_FIRST).some((kind) => texts[kind] !== '')}>
          <summary>{t('more')}</summary>
          {KINDS.slice(SHOWN_FIRST).map(field)}
        </details>
        {hosts.length > 0 && (
          <details open={Object.keys(domains.icpNumbers).length > 0}>
            <summary>{t('icp')}</summary>
            <p className="quiet">{t('icp.text')}</p>
            {hosts.map((host) => (
              <Field key={host} label={host} isOptional>
                {({ id }) => (
                  <TextInput
                    id={id}
                    readOnly={!mayChange}
                    placeholder="沪ICP备2026000001号"
                    value={icpNumbers[host] ?? ''}
                    onChange={(number) => setIcpNumbers((before) => ({ ...before, [host]: number }))}
                  />
                )}
              </Field>
            ))}
          </details>
        )}
        {mayChange && (
          <div className="row">
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
            <span className="quiet">{t(save.isPending ? 'connecting' : 'changes', { used, limit })}</span>
          </div>
        )}
      </form>
    </Card>
  )
}

/** Of an address as somebody is writing it; empty while it is none. */
function hostOf(address: string): string {
  return /^(?:\w+:\/\/)?([^/:\s]+\.[^/:\s]+)/.exec(address)?.[1]?.toLowerCase() ?? ''
}
