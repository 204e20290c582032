import { DeskDetail } from './desk-detail'

export default function ReviewDetailPage() {
  return <DeskDetail office="review" />
}
