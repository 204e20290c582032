import { useCallback } from 'react'
import { RequestProblem } from '../api/request'
import { useLanguage } from '../texts/language'
import { findText, useTexts } from '../texts/texts'
import { ruleTexts } from '../texts/rules'
import { uiTexts } from './texts'

/** Says a refusal in the user's language: the rule's own words where a rule refused. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts(uiTexts)
  const { language } = useLanguage()
  return useCallback(
    (error) => {
      if (!(error instanceof RequestProblem)) return t('problem.internal')
      const { code, problem } = error
      if (code === 'rule') {
        const rule = problem.rule ?? ''
        return findText(ruleTexts, language, rule) ?? t('problem.rule', { rule })
      }
      return findText(uiTexts, language, `problem.${code}`) ?? error.message
    },
    [t, language],
  )
}
