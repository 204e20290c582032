import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Alert, Button } from 'tdesign-react'
import { useAuthProblem } from './auth-problem'

export interface StepFrameProps {
  title: string
  text: string
  submit: string
  /** Sends the step. What it throws is said above the button. */
  run(): Promise<void>
  children: ReactNode
  /** Other ways to go from here. */
  more?: ReactNode
}

/** One step of signing in: a form with one button. */
export function StepFrame({ title, text, submit, run, children, more }: StepFrameProps) {
  const explain = useAuthProblem()
  const { mutate, error, isPending } = useMutation({ mutationFn: run })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
      {error && (
        <div className="field">
          <Alert theme="error" message={explain(error)} />
        </div>
      )}
      <Button block size="large" type="submit" loading={isPending}>
        {submit}
      </Button>
      {more && (
        <div className="row" style={{ marginTop: 16 }}>
          {more}
        </div>
      )}
    </form>
  )
}
