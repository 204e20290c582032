import { useConfirmed } from '../confirmations/confirm-by-scan'
import { programKeys } from '../programs/program-api'
import { useAction } from '../ui/use-action'

/** Credentials change after a scan only. */
export function useCredentialAction<Input = void, Answer = unknown>(
  appId: string,
  run: (input: Input, headers: Record<string, string>) => Promise<Answer>,
  done?: string,
) {
  const confirmed = useConfirmed()
  return useAction<Input, Answer>({
    run: (input) => confirmed((headers) => run(input, headers)),
    changes: [[...programKeys.one(appId), 'credentials']],
    ...(done !== undefined && { done }),
  })
}
