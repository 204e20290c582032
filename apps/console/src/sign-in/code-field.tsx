import type { PlatformInfo } from '@sampan/platform-api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button } from 'tdesign-react'
import { request } from '../api/request'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { TextInput } from '../ui/text-input'
import { useAuthProblem } from './auth-problem'
import { signInTexts } from './texts'

export interface CodeFieldProps {
  value: string
  onChange(value: string): void
  /** Where the code went. */
  recipient: string
  channel: 'email' | 'sms'
  sendAgain(): Promise<unknown>
}

const WAIT_SECONDS = 60

/** The code that was sent, and another one if it does not come. */
export function CodeField({ value, onChange, recipient, channel, sendAgain }: CodeFieldProps) {
  const t = useTexts(signInTexts)
  const explain = useAuthProblem()
  const wait = useCountdown()
  const { mutate, error, isPending } = useMutation({ mutationFn: sendAgain, onSuccess: wait.restart })
  const platform = useQuery({
    queryKey: ['platform'],
    staleTime: Infinity,
    queryFn: () => request<PlatformInfo>('/api/platform'),
  })
  return (
    <Field
      label={t('code')}
      problem={error ? explain(error) : undefined}
      help={
        <>
          {t('codeSent', { recipient })} {platform.data?.simulates.includes(channel) && t('simulated')}{' '}
          <Button
            variant="text"
            theme="primary"
            size="small"
            loading={isPending}
            disabled={wait.left > 0}
            onClick={() => mutate()}
          >
            {wait.left > 0 ? t('sendAgainIn', { seconds: wait.left }) : t('sendAgain')}
          </Button>
        </>
      }
    >
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          aria-describedby={describedBy}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={6}
          value={value}
          onChange={(text) => onChange(text.replace(/\D/g, ''))}
          autoFocus
        />
      )}
    </Field>
  )
}

function useCountdown() {
  const [left, setLeft] = useState(WAIT_SECONDS)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return { left, restart: () => setLeft(WAIT_SECONDS) }
}
