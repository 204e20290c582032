import { Component } from 'react'
import type { ReactNode } from 'react'
import { ErrorCircleIcon } from 'tdesign-icons-react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { appTexts } from './texts'

/** A bug in one page leaves the rest of the console where it is. React asks for a class. */
export class PageFailure extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const t = useTexts(appTexts)
  return (
    <Empty
      icon={<ErrorCircleIcon />}
      title={t('broken.title')}
      text={t('broken.text')}
      action={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
    />
  )
}
