import type { ApiContext } from '../api/api-context'
import type { ComponentInstance, InstanceServices } from '../kernel'
import type { PageStack } from './page-stack'

type Factory = (...args: unknown[]) => { in?(component: unknown): unknown } & Record<string, unknown>

/** Methods of instances that are `wx` APIs bound to the instance. */
export function createInstanceServices(
  wx: Record<string, unknown>,
  context: ApiContext,
  stack: () => PageStack,
): InstanceServices {
  function create(name: string, ...args: unknown[]): ReturnType<Factory> {
    return (wx[name] as Factory)(...args)
  }

  function pageOf(instance: ComponentInstance) {
    return stack().pageOf(instance)
  }

  return {
    createSelectorQuery(instance) {
      const query = create('createSelectorQuery')
      return query.in?.(instance) ?? query
    },
    createIntersectionObserver: (instance, options) =>
      create('createIntersectionObserver', instance, options ?? {}),
    createMediaQueryObserver: (instance) => create('createMediaQueryObserver', instance),
    getTabBar: (instance) => pageOf(instance)?.tabBar,
    getPageId: (instance) => `pageId:${pageOf(instance)?.id ?? 0}`,
    getOpenerEventChannel: (instance) => pageOf(instance)?.openerChannel ?? EMPTY_CHANNEL,
    animate(instance, selector, keyframes, duration, rest) {
      const page = pageOf(instance)
      if (!page) return
      const done = rest.find((item) => typeof item === 'function') as (() => void) | undefined
      const timeline = rest.find((item) => typeof item === 'object' && item !== null)
      const calls = page
        .select(selector, true, instance)
        .map((node) => page.callNode(node, 'animate', [keyframes, duration, timeline ?? null]))
      void Promise.allSettled(calls).then(() => done && context.program.runUserCode(done, 'animate callback'))
    },
    clearAnimation(instance, selector, rest) {
      const page = pageOf(instance)
      if (!page) return
      const options = rest.find((item) => typeof item === 'object' && item !== null) ?? null
      const done = rest.find((item) => typeof item === 'function') as (() => void) | undefined
      const calls = page
        .select(selector, true, instance)
        .map((node) => page.callNode(node, 'clearAnimation', [options]))
      void Promise.allSettled(calls).then(
        () => done && context.program.runUserCode(done, 'clearAnimation callback'),
      )
    },
    router(instance) {
      const bound = Object.create(null) as Record<string, unknown>
      for (const name of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack']) {
        bound[name] = (options: Record<string, unknown> = {}) =>
          (wx[name] as Factory)({
            ...options,
            url: resolveUrl(options.url, pageOf(instance)?.route ?? instance.is),
          })
      }
      return bound
    },
    reportError: (error, where) => void context.program.runUserCode(() => Promise.reject(error), where),
  }
}

const EMPTY_CHANNEL = { on() {}, once() {}, off() {}, emit() {} }

/** A router of an instance takes paths relative to it. */
function resolveUrl(url: unknown, base: string): unknown {
  if (typeof url !== 'string' || url.startsWith('/')) return url
  const parts = base.split('/').slice(0, -1)
  for (const part of url.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
