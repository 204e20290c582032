import { DeskDetail } from './desk-detail'

export default function RegulatorDetailPage() {
  return <DeskDetail office="regulator" />
}
