import type { RouteType } from '@sampan/protocol'

export interface StackEntry {
  id: number
  route: string
  isTab: boolean
}

/** Pages of the stack, bottom first, and tab pages that are alive beside it. */
export interface PageStack {
  stack: readonly StackEntry[]
  /** All tab pages that were opened, those in the stack included. */
  tabs: readonly StackEntry[]
}

export type RouteRequest =
  | { type: Exclude<RouteType, 'navigateBack'>; route: string; isTab: boolean; exists: boolean }
  | { type: 'navigateBack'; delta: number }

export interface RoutePlan {
  /** Pages that go, top first. */
  unload: number[]
  hide?: number
  /** The page on top afterwards; `new` opens one. */
  show: number | 'new'
  /** Ids of the stack afterwards, without a new page. */
  keep: number[]
}

export const MAX_PAGES = 10

/** What a route call does to the stack, or WeChat's text of why it does nothing. */
export function planRoute(pages: PageStack, request: RouteRequest): RoutePlan | { refusal: string } {
  if (request.type === 'navigateBack') return planBack(pages, request.delta)
  if (!request.exists) return { refusal: `page "${request.route}" is not found` }
  switch (request.type) {
    case 'navigateTo':
      if (request.isTab) return { refusal: 'can not navigateTo a tabbar page' }
      if (pages.stack.length >= MAX_PAGES) return { refusal: 'webview count limit exceed' }
      return { unload: [], hide: pages.stack.at(-1)?.id, show: 'new', keep: ids(pages.stack) }
    case 'redirectTo': {
      if (request.isTab) return { refusal: 'can not redirectTo a tabbar page' }
      const top = pages.stack.at(-1)
      return { unload: top ? [top.id] : [], show: 'new', keep: ids(pages.stack.slice(0, -1)) }
    }
    case 'switchTab':
      if (!request.isTab) return { refusal: 'can not switch to no-tabBar page' }
      return planTab(pages, request.route)
    case 'reLaunch':
    case 'appLaunch': {
      const stacked = ids(pages.stack).reverse()
      const others = ids(pages.tabs).filter((id) => !stacked.includes(id))
      return { unload: [...stacked, ...others], show: 'new', keep: [] }
    }
  }
}

function planBack(pages: PageStack, delta: number): RoutePlan | { refusal: string } {
  const { stack } = pages
  if (stack.length < 2) return { refusal: 'cannot navigate back at first page.' }
  const count = Math.min(Math.max(1, Math.trunc(delta) || 1), stack.length - 1)
  const keep = stack.slice(0, stack.length - count)
  return { unload: ids(stack.slice(keep.length)).reverse(), show: keep.at(-1)!.id, keep: ids(keep) }
}

function planTab(pages: PageStack, route: string): RoutePlan {
  const unload = ids(pages.stack.filter((page) => !page.isTab)).reverse()
  const top = pages.stack.at(-1)
  const target = pages.tabs.find((page) => page.route === route)
  const hide = top?.isTab && top.id !== target?.id ? top.id : undefined
  return { unload, hide, show: target?.id ?? 'new', keep: target ? [target.id] : [] }
}

function ids(pages: readonly StackEntry[]): number[] {
  return pages.map((page) => page.id)
}
