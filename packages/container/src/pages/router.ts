import type { BundleManifest, RouteType, ToWorker } from '@sampan/protocol'
import { CapabilityError } from '../capabilities/capability'
import type { PackageLoader } from './package-loader'
import type { Page } from './page'
import { type RoutePlan, planRoute } from './plan-route'
import type { StackChange } from './presenter'
import { type PageAddress, hasPage, isTabPage, packagesOf } from './resolve-route'

export interface RouterParts {
  manifest: BundleManifest
  packages: PackageLoader
  /** Opens a page's frame; the other end of its port goes to the worker. */
  openPage(address: PageAddress, isTab: boolean): { page: Page; workerPort: MessagePort }
  send(message: ToWorker, transfer?: Transferable[]): void
  /** The page on top has another window than the one before. */
  updateEnvironment(page: Page): void
  /** Shows that a package is on its way. Answers the function that takes it away. */
  showProgress(): () => void
  /** Moves the screen from what it shows to what the stack says; removed pages may go afterwards. */
  present(change: StackChange): void
}

export interface Router {
  /** Throws `CapabilityError` with WeChat's text. With a `callId` the worker answers that call itself. */
  go(type: Exclude<RouteType, 'navigateBack'>, address: PageAddress, callId?: number): Promise<void>
  back(delta: number, callId?: number): Promise<void>
  /** A route is under way. */
  isBusy(): boolean
  top(): Page | undefined
  stack(): readonly Page[]
  /** All that are open, tab pages beside the stack included. */
  pages(): readonly Page[]
}

export function createRouter(parts: RouterParts): Router {
  const { manifest, packages, send } = parts
  let stack: Page[] = []
  let tabs: Page[] = []
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0

  /** One route after the other: each is planned on the stack that the one before left. */
  function enqueue(run: (startedAtMs: number) => Promise<void>): Promise<void> {
    waiting += 1
    const startedAtMs = performance.timeOrigin + performance.now()
    const result = queue.then(() => run(startedAtMs))
    queue = result
      .catch(() => undefined)
      .then(() => {
        waiting -= 1
      })
    return result
  }

  function allPages(): Page[] {
    return [...stack, ...tabs.filter((tab) => !stack.includes(tab))]
  }

  async function perform(
    type: RouteType,
    plan: RoutePlan,
    startedAtMs: number,
    address?: PageAddress,
    callId?: number,
  ): Promise<void> {
    const from = stack.at(-1)
    const open = plan.show === 'new' && address ? await openNew(address) : undefined
    const pages = allPages()
    const byId = (id: number) => pages.find((page) => page.id === id)
    const to = open?.page ?? byId(plan.show as number)
    if (!to) throw new Error(`route to page ${plan.show}, which is not there`)
    const removed = plan.unload.map(byId).filter((page) => page !== undefined)
    stack = plan.keep.map(byId).filter((page) => page !== undefined)
    if (open) stack.push(to)
    tabs = tabs.filter((tab) => !removed.includes(tab))
    if (open && to.isTab) tabs.push(to)

    // What the page reads in `onLoad` (window size, bars) has to be true before it runs.
    parts.present({ type, from, to, removed, depth: stack.length })
    parts.updateEnvironment(to)
    send(
      {
        type: 'route',
        routeType: type,
        unload: plan.unload,
        ...(plan.hide === undefined ? {} : { hide: plan.hide }),
        show: to.id,
        ...(open ? { open: { route: to.route, query: to.query, isTab: to.isTab } } : {}),
        startedAtMs,
        ...(callId === undefined ? {} : { callId }),
      },
      open ? [open.workerPort] : [],
    )
    preload(to.route)
  }

  async function openNew(address: PageAddress) {
    const needed = packagesOf(manifest, address.route)
    if (!needed.every((id) => packages.isLoaded(id))) {
      const endProgress = stack.length > 0 ? parts.showProgress() : () => undefined
      try {
        await packages.load(needed)
      } catch (error) {
        throw new CapabilityError(
          `loadSubpackage fail: ${error instanceof Error ? error.message : String(error)}`,
        )
      } finally {
        endProgress()
      }
    }
    return parts.openPage(address, isTabPage(manifest, address.route))
  }

  function preload(route: string): void {
    const rule = Object.hasOwn(manifest.app.preloadRule, route) ? manifest.app.preloadRule[route] : undefined
    for (const name of rule?.packages ?? []) {
      const info = manifest.packages.find(
        ({ id, root, name: given }) =>
          given === name || root === name || (name === '__APP__' && id === 'main'),
      )
      if (info) packages.prefetch(info.id)
    }
  }

  return {
    go: (type, address, callId) =>
      enqueue(async (startedAtMs) => {
        const isTab = isTabPage(manifest, address.route)
        const exists = hasPage(manifest, address.route)
        const plan = planRoute({ stack, tabs }, { type, route: address.route, isTab, exists })
        if ('refusal' in plan) throw new CapabilityError(plan.refusal)
        await perform(type, plan, startedAtMs, address, callId)
      }),
    back: (delta, callId) =>
      enqueue(async (startedAtMs) => {
        const plan = planRoute({ stack, tabs }, { type: 'navigateBack', delta })
        if ('refusal' in plan) throw new CapabilityError(plan.refusal)
        await perform('navigateBack', plan, startedAtMs, undefined, callId)
      }),
    isBusy: () => waiting > 0,
    top: () => stack.at(-1),
    stack: () => stack,
    pages: allPages,
  }
}
