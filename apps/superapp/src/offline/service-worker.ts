/** Keeps the shell and every program that was used. Built alone: it is served at the root of the origin. */
import type { KeepMessage } from './keep-message'

declare const self: ServiceWorkerGlobalScope

const CACHE = 'sampan-1'
/** Addresses that change with their content. */
const IMMUTABLE = /^\/(bundles|runtime|superapp|icons)\//
const FRESH = /^\/(|api\/programs|manifest\.webmanifest|icon(-[\w-]+)?\.(svg|png))$/

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET' || request.headers.has('range')) return
  if (IMMUTABLE.test(pathname)) event.respondWith(fromCacheFirst(request))
  else if (isOurs(request.url) && FRESH.test(pathname)) event.respondWith(fromNetworkFirst(request))
})

self.addEventListener('message', (event) => {
  const { loaded, current, scriptList } = event.data as KeepMessage
  event.waitUntil(keep(loaded, current).then(() => keepScripts(scriptList)))
})

function isOurs(url: string): boolean {
  return new URL(url).origin === self.location.origin
}

async function fromCacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const known = await cache.match(request, { ignoreVary: true, ignoreSearch: true })
  if (known) return known
  const response = await fetch(request)
  if (response.status === 200) await cache.put(request, response.clone())
  return response
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  try {
    const response = await fetch(request)
    if (response.ok) await cache.put(request, response.clone())
    return response
  } catch (error) {
    const known = await cache.match(request, { ignoreVary: true, ignoreSearch: true })
    if (known) return known
    throw error
  }
}

async function keep(loaded: string[], current: string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const wanted = loaded.filter((url) => IMMUTABLE.test(new URL(url).pathname))
  const page = new URL('/', self.location.href).href
  await Promise.all([page, ...wanted].map((url) => addUnlessThere(cache, url)))
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    const isStale = IMMUTABLE.test(pathname) && !current.some((start) => pathname.startsWith(start))
    if (isStale) await cache.delete(url)
  }
}

/** One after the other: the program that runs has better use for the line. */
async function keepScripts(list: string | undefined): Promise<void> {
  if (list === undefined) return
  const response = await fromCacheFirst(new Request(list)).catch(() => undefined)
  if (!response?.ok) return
  const cache = await caches.open(CACHE)
  for (const name of (await response.json()) as string[]) {
    await addUnlessThere(cache, new URL(name, list).href)
  }
}

async function addUnlessThere(cache: Cache, url: string): Promise<void> {
  if (await cache.match(url, { ignoreVary: true })) return
  // It was loaded a moment ago: the browser's own cache answers. What is gone by now is not worth a failure.
  await cache.add(new Request(url, { mode: 'cors' })).catch(() => undefined)
}
