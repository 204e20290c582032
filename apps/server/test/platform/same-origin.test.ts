import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from './test-platform'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform()
})
afterAll(() => platform.close())

test('pages of the public address change things under whatever name the balancer calls us, others do not', async () => {
  const member = await platform.member('Lin Yi')
  const read = (origin: string) =>
    member.send('POST', '/api/notices/1/read', undefined, { headers: { host: '10.0.0.5:5170', origin } })
  expect((await read('http://sampan.test')).statusCode).toBe(404)
  expect((await read('https://sampan.test')).statusCode).toBe(403)
  expect((await read('http://mallory.test')).statusCode).toBe(403)
})
