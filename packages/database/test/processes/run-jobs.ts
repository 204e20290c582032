/** Runs jobs of the database in its argument; says when one is in the middle of its effect, and hangs there. */
import { openDatabase, startJobs } from '../../src/index'
import { defineCountJob } from '../count-job'

const db = await openDatabase({ url: process.argv[2]! })
const hang = () =>
  new Promise<void>(() => {
    console.log('in the middle')
  })
await startJobs(db, [defineCountJob(hang)])
console.log('open')
