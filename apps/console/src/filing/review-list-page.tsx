import { DeskList } from './desk-list'

export default function ReviewListPage() {
  return <DeskList office="review" />
}
