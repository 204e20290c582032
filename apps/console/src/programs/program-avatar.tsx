import type { ProgramListItem } from '@sampan/platform-api'
import { AppIcon } from 'tdesign-icons-react'

/** The program's picture, or a mark in its place. */
export function ProgramAvatar({
  program: { avatarUrl },
  sizePx = 40,
}: {
  program: Pick<ProgramListItem, 'avatarUrl'>
  sizePx?: number
}) {
  return (
    <span className="avatar" style={{ width: sizePx, height: sizePx }}>
      {avatarUrl === null ? <AppIcon /> : <img src={avatarUrl} alt="" />}
    </span>
  )
}
