import type { Filing, ProgramFiling } from '@sampan/platform-api'
import { useCallback, useEffect, useRef } from 'react'
import { filingApi } from './filing-api'

/** Saves one after the other, each on top of what the last one answered: quick hands do not overtake themselves. */
export function useSaveAnswers(filing: Filing): (answers: Record<string, string>) => Promise<ProgramFiling> {
  const latest = useRef(filing)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    if (filing.revision > latest.current.revision) latest.current = filing
  }, [filing])
  return useCallback((answers) => {
    const saved = turn.current.then(async () => {
      const answer = await filingApi.saveAnswers(latest.current, answers)
      latest.current = answer.filing!
      return answer
    })
    turn.current = saved.catch(() => undefined)
    return saved
  }, [])
}
