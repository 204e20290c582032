import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Alert, Button, Skeleton } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { useProblemText } from './problem-text'
import { uiTexts } from './texts'

export interface LoadedProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching' | 'refetch'>
  children(data: Data): ReactNode
}

/** What a query found; a skeleton until then; what went wrong with a way to try again. Old data stays while new loads. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  const t = useTexts(uiTexts)
  const explain = useProblemText()
  if (query.data !== undefined) return children(query.data)
  if (query.error) {
    return (
      <Alert
        theme="error"
        message={explain(query.error)}
        operation={
          <Button
            variant="text"
            theme="primary"
            size="small"
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {t('retry')}
          </Button>
        }
      />
    )
  }
  return (
    <div className="card" role="status" aria-label={t('loading')}>
      <Skeleton theme="paragraph" animation="gradient" />
    </div>
  )
}
