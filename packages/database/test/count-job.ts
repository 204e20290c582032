import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob } from '../src/index'

/** Its effect is a row in the table `effect`. `pause` comes in the middle of it. */
export function defineCountJob(pause: () => Promise<void> = async () => {}) {
  return defineJob(
    'count',
    z.object({ name: z.string() }),
    async ({ name }, { attempt, commit }) => {
      await commit(async (tx) => {
        await sql`insert into effect (name, attempt) values (${name}, ${attempt})`.execute(tx)
        await pause()
      })
    },
    { mostAttempts: 3, retryDelaySeconds: 0 },
  )
}
