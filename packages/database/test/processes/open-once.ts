/** Opens the database of the place in its argument (JSON), says what came of it, and waits for its end. */
import { DatabaseError, openDatabase } from '../../src/index'

try {
  const [place, options] = JSON.parse(process.argv[2]!) as Parameters<typeof openDatabase>
  const db = await openDatabase(place, options)
  console.log('open')
  process.stdin.on('end', () => void db.close()).resume()
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error
  console.log(error.code)
}
