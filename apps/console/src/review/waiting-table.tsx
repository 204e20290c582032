import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { TaskCheckedIcon } from 'tdesign-icons-react'
import { Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Time } from '../ui/time'
import { reviewTexts } from './texts'

export interface WaitingLine {
  id: string
  /** Where one decides. */
  to: string
  title: string
  /** What the other columns say. */
  cells: ReactNode[]
  submittedAt: string | null
  dueAt: string | null
}

/** What waits at a desk, the most urgent first, with what is late marked. */
export function WaitingTable(props: {
  label: string
  /** Of the title and of `cells`. */
  columns: string[]
  lines: WaitingLine[]
}) {
  const t = useTexts(reviewTexts)
  if (props.lines.length === 0) {
    return (
      <div className="card">
        <Empty icon={<TaskCheckedIcon />} title={t('empty.title')} text={t('empty.text')} />
      </div>
    )
  }
  return (
    <div className="card table-wrap" tabIndex={0} role="region" aria-label={props.label}>
      <table className="table">
        <thead>
          <tr>
            {[...props.columns, t('submitted'), t('due')].map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map(({ id, to, title, cells, submittedAt, dueAt }) => (
            <tr key={id}>
              <td>
                <Link to={to}>{title}</Link>
              </td>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
              <td>{submittedAt && <Time at={submittedAt} />}</td>
              <td>
                {dueAt && <Time at={dueAt} />}{' '}
                {dueAt && new Date(dueAt) < new Date() && (
                  <Tag theme="danger" variant="light">
                    {t('overdue')}
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
