import type { DomainProblem } from '@sampan/platform-api'
import { useTexts } from '../texts/texts'
import { domainTexts } from './texts'

/** What stands in the way, address by address, and what to do. */
export function ProblemList({ problems }: { problems: readonly DomainProblem[] }) {
  const t = useTexts(domainTexts)
  if (problems.length === 0) return null
  return (
    <ul className="field__problem" role="alert">
      {problems.map(({ kind, domain, problem }) => (
        <li key={`${kind} ${domain} ${problem}`}>
          {domain === '' ? t(`kind.${kind}`) : <code>{domain}</code>}: {t(`problem.${problem}`)}
        </li>
      ))}
    </ul>
  )
}
