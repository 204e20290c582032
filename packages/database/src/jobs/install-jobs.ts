import type { ClientBase } from 'pg'
import { connectBoss } from './connect-boss'

/** The job library's own tables, brought to its version. Called under the lock of migrations. */
export async function installJobs(client: ClientBase): Promise<void> {
  const boss = connectBoss(client, { migrate: true })
  await boss.start()
  await boss.stop({ graceful: false })
}
