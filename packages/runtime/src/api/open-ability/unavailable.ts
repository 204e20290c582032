import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'

/** A documented failure, which programs know how to take. */
interface Refusal {
  message: string
  errno?: number
  extra?: Record<string, unknown>
}

/**
 * These are there and answer what WeChat answers where there is nothing to give: no group, no step counter. Services
 * that only WeChat has (cards, channels, red packets) are not here: they are not supported, and `canIUse` says so.
 */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  getWeRunData: { message: 'device not support', extra: { errCode: -1 } },
  getShareInfo: { message: 'no shareTicket', errno: 1007 },
  getGroupEnterInfo: { message: 'current page do not have a group', errno: 1007 },
}

export function createUnavailableApis(context: ApiContext): ApiTable {
  const refused = Object.entries(REFUSALS).map(([name, refusal]) => [
    name,
    asyncApi(context, name, () => {
      throw new ApiError(refusal)
    }),
  ])
  return {
    ...(Object.fromEntries(refused) as ApiTable),
    checkIsAddedToMyMiniProgram: asyncApi(context, 'checkIsAddedToMyMiniProgram', () => ({ added: false })),
  }
}
