/**
 * The worker's own global object keeps nothing with which code could leave the sandbox or speak in the runtime's name.
 * The Content-Security-Policy already takes away network, `eval` and foreign scripts; this takes away the names.
 */
const KEPT = new Set([
  // The language
  'Object',
  'Function',
  'Array',
  'Number',
  'parseFloat',
  'parseInt',
  'Infinity',
  'NaN',
  'undefined',
  'Boolean',
  'String',
  'Symbol',
  'Date',
  'Promise',
  'RegExp',
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'globalThis',
  'JSON',
  'Math',
  'Intl',
  'ArrayBuffer',
  'Atomics',
  'Uint8Array',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'BigUint64Array',
  'BigInt64Array',
  'Uint8ClampedArray',
  'Float32Array',
  'Float64Array',
  'Float16Array',
  'DataView',
  'Map',
  'BigInt',
  'Set',
  'Iterator',
  'WeakMap',
  'WeakSet',
  'WeakRef',
  'FinalizationRegistry',
  'Proxy',
  'Reflect',
  'SuppressedError',
  'DisposableStack',
  'AsyncDisposableStack',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'escape',
  'unescape',
  'eval',
  'isFinite',
  'isNaN',
  // Timers and what is harmless
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'queueMicrotask',
  'structuredClone',
  'console',
  'performance',
  'TextEncoder',
  'TextDecoder',
  'constructor',
  'self',
  'EventTarget',
  'Event',
  'onerror',
  'onunhandledrejection',
])

/** What the runtime itself goes on using; taken before the names go. */
export interface KeptNatives {
  /** Runs a classic script at once, in the global scope. `name` is what stack traces call it. */
  runScript(text: string, name: string): void
  addGlobalListener(type: string, listener: (event: never) => void): void
}

export function sealGlobals(keep: ReadonlySet<string> = new Set()): KeptNatives {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope
  const { URL: NativeUrl, Blob: NativeBlob } = scope as unknown as { URL: typeof URL; Blob: typeof Blob }
  const importScripts = scope.importScripts.bind(scope)
  const addEventListener = scope.addEventListener.bind(scope)
  const createObjectURL = NativeUrl.createObjectURL.bind(NativeUrl)
  const revokeObjectURL = NativeUrl.revokeObjectURL.bind(NativeUrl)

  for (
    let object: object | null = scope;
    object && object !== Object.prototype;
    object = Object.getPrototypeOf(object) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (KEPT.has(name) || keep.has(name)) continue
      remove(object, name)
    }
  }
  return {
    runScript(text, name) {
      const source = `${text}\n//# sourceURL=${name}`
      const url = createObjectURL(new NativeBlob([source], { type: 'text/javascript' }))
      try {
        importScripts(url)
      } finally {
        revokeObjectURL(url)
      }
    },
    addGlobalListener: (type, listener) => addEventListener(type, listener as (event: Event) => void),
  }
}

function remove(object: object, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(object, name)
  if (!descriptor) return
  if (descriptor.configurable) delete (object as Record<string, unknown>)[name]
  else if (descriptor.writable) (object as Record<string, unknown>)[name] = undefined
}
