import { Button } from 'tdesign-react'
import { AskFirst } from '../ui/ask-first'

/** A button that asks first if there is a question. */
export function AskingButton(props: {
  text: string
  question?: string | undefined
  isBusy: boolean
  run(): void
}) {
  const { text, question, isBusy, run } = props
  const button = (press: () => void) => (
    <Button variant="outline" loading={isBusy} onClick={press}>
      {text}
    </Button>
  )
  if (question === undefined) return button(run)
  return (
    <AskFirst question={question} action={text} isDangerous onConfirm={run}>
      {button}
    </AskFirst>
  )
}
