import { CopyIcon } from 'tdesign-icons-react'
import { MessagePlugin } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { uiTexts } from './texts'

/** An id or a number that people carry elsewhere: a click copies it. */
export function CopyText({ text, label = text }: { text: string; label?: string }) {
  const t = useTexts(uiTexts)
  async function copy() {
    await copyToClipboard(text)
    void MessagePlugin.success(t('copied'))
  }
  return (
    <button
      type="button"
      className="copy"
      aria-label={t('copy', { text: label })}
      onClick={() => void copy()}
    >
      {label} <CopyIcon />
    </button>
  )
}

/** Pages that are not served by https have no clipboard of the newer kind. */
async function copyToClipboard(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
