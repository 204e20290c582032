import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFilingNumber, requireFiling } from '../../src/filing/release-gate'
import { saveFilingSettings } from '../../src/filing/settings-store'
import { approvedEntity, newProgram } from '../platform/test-program'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'

let platform: TestPlatform
let owner: Visitor

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Gate Owner')
})
afterAll(() => platform.close())

test('a program without a number is not released, unless its owner is from abroad', async () => {
  const { kysely } = platform.database.db
  const { appId } = await newProgram(platform, owner)
  const refused = await requireFiling(kysely, appId).catch((error: unknown) => error)
  expect(refused).toMatchObject({ problem: { code: 'rule', rule: 'filing-missing', errcode: 86369 } })
  expect(await findFilingNumber(kysely, appId)).toBeNull()

  const abroad = await newProgram(
    platform,
    owner,
    await approvedEntity(platform, owner, 'overseas', 'Tea Inc'),
  )
  await requireFiling(kysely, abroad.appId)
  await saveFilingSettings(kysely, { isRequired: true, overseas: 'required' }, new Date())
  await expect(requireFiling(kysely, abroad.appId)).rejects.toThrow()
  await saveFilingSettings(kysely, { isRequired: false, overseas: 'required' }, new Date())
  await requireFiling(kysely, appId)
  await requireFiling(kysely, abroad.appId)
})

test('a number opens the way until the filing is taken back', async () => {
  const { kysely } = platform.database.db
  await saveFilingSettings(kysely, { isRequired: true, overseas: 'exempt' }, new Date())
  const { appId, entity } = await newProgram(platform, owner)
  const number = '粤ICP备2026000001号-1X'
  await kysely
    .insertInto('filing')
    .values({
      app_id: appId,
      entity_id: entity.id,
      state: 'filed',
      number,
      answers: {},
      created_at: new Date(),
    })
    .execute()
  await requireFiling(kysely, appId)
  expect(await findFilingNumber(kysely, appId)).toBe(number)
  await kysely.updateTable('filing').set({ state: 'cancelling' }).where('app_id', '=', appId).execute()
  await expect(requireFiling(kysely, appId)).rejects.toThrow()
  expect(await findFilingNumber(kysely, appId)).toBeNull()
})
