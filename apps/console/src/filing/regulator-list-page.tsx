import { DeskList } from './desk-list'

export default function RegulatorListPage() {
  return <DeskList office="regulator" />
}
