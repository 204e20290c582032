import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import { MessagePlugin } from 'tdesign-react'
import { RequestProblem } from '../api/request'
import { useProblemText } from './problem-text'

export interface ActionOptions<Input, Answer> {
  run(input: Input): Promise<Answer>
  /** What the screen reads again afterwards, also after a refusal: it may look at what is no longer so. */
  changes: QueryKey[]
  /** Said when it is done. */
  done?: string
  onDone?(answer: Answer, input: Input): void
  /** Answers whether it has shown the problem itself. */
  onProblem?(problem: RequestProblem): boolean
}

/** A button's doing: runs once at a time, says how it went, and brings what is shown up to date. */
export function useAction<Input = void, Answer = unknown>(options: ActionOptions<Input, Answer>) {
  const queries = useQueryClient()
  const explain = useProblemText()
  return useMutation({
    mutationFn: options.run,
    onSuccess(answer, input) {
      if (options.done) void MessagePlugin.success(options.done)
      options.onDone?.(answer, input)
    },
    onError(error) {
      const isShown = error instanceof RequestProblem && options.onProblem?.(error)
      if (!isShown) void MessagePlugin.error(explain(error), 6000)
    },
    onSettled: () => Promise.all(options.changes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}
