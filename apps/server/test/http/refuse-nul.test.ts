import type { Program } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let program: Program

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Nul Owner')
  program = await newProgram(platform, owner)
})
afterAll(() => platform.close())

test('a text with U+0000 is refused before the database sees it', async () => {
  const { appId, revision } = program
  const path = `/api/programs/${appId}`
  const answers = await Promise.all([
    owner.send('PUT', `${path}/name`, { revision, name: 'Tide\0Notes' }),
    owner.send('PUT', `${path}/intro`, { revision, intro: 'Tides of\0 the day' }),
    owner.get(`/api/programs?query=%00`),
    owner.send('PUT', `${path}/domains/servers`, { revision: 1, lists: {}, icpNumbers: { 'a\0': 'b' } }),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400])
  expect(answers[0]!.json()).toMatchObject({ code: 'invalid-request' })
})
