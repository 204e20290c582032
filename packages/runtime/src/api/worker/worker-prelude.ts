import { WORKER_GLOBALS, WORKER_PACKAGE_FUNCTION } from '@sampan/protocol'

/**
 * Runs before the program's `worker.js` in a thread of its own. It is text because that thread has no module of ours:
 * it gives the scripts their globals, `require`, and the `worker` object, and starts the entry named in `first`.
 *
 * In: `{ start: path }`, then `{ message }`. Out: `{ started: true }`, `{ message }`, `{ error }`.
 */
export function workerPrelude(): string {
  return `(() => {
const names = ${JSON.stringify(WORKER_GLOBALS)}
const post = self.postMessage.bind(self)
const listen = self.addEventListener.bind(self)
const listeners = []
const factories = new Map()
const modules = new Map()
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Worker', 'SharedWorker',
  'importScripts', 'indexedDB', 'caches', 'navigator', 'location', 'postMessage', 'WebTransport']) {
  try { delete self[name] } catch {}
  try { self[name] = undefined } catch {}
}
const worker = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  onMessage(listener) { if (typeof listener === 'function') listeners.push(listener) },
  postMessage(message) { post({ message }) },
  onError() {},
  testOnProcessKilled() {},
  getCameraFrameData() { return null },
}
const globals = {
  worker, console, Function, setTimeout, clearTimeout, setInterval, clearInterval, global: self, globalThis: self,
}
function find(path) {
  return [path, path + '.js', path + '.ts', path + '/index.js', path + '/index.ts'].find((name) => factories.has(name))
}
function resolve(specifier, from) {
  const parts = specifier.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return find(parts.join('/')) ?? find(specifier)
}
function run(path) {
  const known = modules.get(path)
  if (known) return known.exports
  const module = { exports: {} }
  modules.set(path, module)
  const require = (specifier) => {
    const found = resolve(String(specifier), path)
    if (found === undefined) throw new Error("module '" + specifier + "' is not defined in " + path)
    return run(found)
  }
  try {
    factories.get(path).call(module.exports, require, module, module.exports)
  } catch (error) {
    modules.delete(path)
    throw error
  }
  return module.exports
}
self.${WORKER_PACKAGE_FUNCTION} = (factory) => {
  const made = factory(...names.map((name) => Object.hasOwn(globals, name) ? globals[name] : undefined))
  for (const key of Object.keys(made)) factories.set(key, made[key])
}
listen('message', ({ data }) => {
  if (data.start === undefined) {
    for (const listener of [...listeners]) listener(data.message)
    return
  }
  const entry = find(data.start)
  if (entry === undefined) throw new Error('there is no script ' + data.start)
  run(entry)
  post({ started: true })
})
listen('unhandledrejection', ({ reason }) => post({ error: String(reason) }))
})();
`
}
