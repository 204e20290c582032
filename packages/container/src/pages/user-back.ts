import { CapabilityError } from '../capabilities/capability'
import type { Page } from './page'
import type { Router } from './router'

/** Going back, with whatever may stand in the way: an open page-container, or a question that the page wants asked. */
export interface UserBack {
  /** Of the user. Answers false if there is nowhere to go back to. */
  goBack(): Promise<boolean>
  /** Of the program: `wx.navigateBack`. Throws `CapabilityError`. */
  navigateBack(delta: number, callId: number | undefined): Promise<void>
}

export function createUserBack(router: Router, ask: (message: string) => Promise<boolean>): UserBack {
  let isAsking = false

  async function mayLeave(page: Page | undefined): Promise<boolean> {
    if (page?.leaveMessage === undefined) return true
    if (isAsking) return false
    isAsking = true
    try {
      return await ask(page.leaveMessage)
    } finally {
      isAsking = false
    }
  }

  return {
    async goBack() {
      const page = router.top()
      const guard = page?.backGuards.at(-1)
      if (guard) {
        guard()
        return true
      }
      if (router.stack().length < 2) return false
      if ((await mayLeave(page)) && router.top() === page) await router.back(1)
      return true
    },
    async navigateBack(delta, callId) {
      const page = router.top()
      const guard = page?.backGuards.at(-1)
      if (guard) return guard()
      if (router.stack().length > 1 && !(await mayLeave(page))) throw new CapabilityError('cancel')
      await router.back(delta, callId)
    },
  }
}
