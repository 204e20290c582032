import * as glassEasel from 'glass-easel'

/** Errors of user code that the kernel caught: lifetimes, observers, handlers. */
export function onKernelError(report: (error: unknown, where: string) => void): void {
  glassEasel.addGlobalErrorListener((error, method, component) => {
    const path = typeof component === 'string' ? component : component?.is
    report(error, [method, path].filter(Boolean).join(' @ '))
    return false
  })
}

/** True of every program and nothing that its author could do about. */
const NOT_WORTH_SAYING = /^the target of relation /

export function onKernelWarning(report: (text: string) => void): void {
  glassEasel.addGlobalWarningListener((text, component) => {
    const path = typeof component === 'string' ? component : component.is
    if (NOT_WORTH_SAYING.test(text)) return false
    report(path ? `${text} (${path})` : text)
    return false
  })
}
