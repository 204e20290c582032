/** `npm start`: the platform on embedded defaults. */
import { createTranslate } from './messages'
import { readStartOptions } from './start/options'
import { describeUsage } from './start/print-usage'
import { start } from './start/start'
import { StartError } from './start/start-error'
import { stopOnSignals } from './start/stop'

const print = (line: string) => console.log(line)

try {
  const options = readStartOptions(process.argv.slice(2), process.env)
  if (options.help) {
    print(describeUsage(options.language))
  } else {
    const app = await start(options, print)
    stopOnSignals(app, () => print(createTranslate(options.language)('stopping')))
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(error.message)
  process.exit(1)
}
