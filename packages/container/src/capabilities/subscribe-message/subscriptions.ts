import type { CapabilityHost } from '../capability'
import { notesOf } from '../host-notes'

export type SubscriptionDecision = 'accept' | 'reject'

/** Decisions that the user wants to be kept: `wx.getSetting({ withSubscriptions: true })` shows them. */
export interface Subscriptions {
  setting(): Promise<{ mainSwitch: boolean; itemSettings: Record<string, SubscriptionDecision> }>
  keep(decisions: Record<string, SubscriptionDecision>): Promise<void>
}

const NOTE = 'subscriptions'

export function subscriptionsOf(host: CapabilityHost): Subscriptions {
  const notes = notesOf(host)

  async function load(): Promise<Map<string, SubscriptionDecision>> {
    const note = await notes.get(NOTE)
    return new Map(
      Object.entries(typeof note === 'object' && note !== null ? note : {}).filter(
        (entry): entry is [string, SubscriptionDecision] => entry[1] === 'accept' || entry[1] === 'reject',
      ),
    )
  }

  return {
    setting: async () => ({ mainSwitch: true, itemSettings: Object.fromEntries(await load()) }),
    async keep(decisions) {
      await notes.set(NOTE, Object.fromEntries([...(await load()), ...Object.entries(decisions)]))
    },
  }
}
