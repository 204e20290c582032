import type { MemberRole } from '../members/member-role'

/**
 * What a confirmation is for, so that it is good for nothing else: `<appId>`, or with the person (or the key, or
 * whatever of the program it is) and their roles, `<appId>/<target>/<role>+<role>`.
 */
export function confirmationSubject(
  appId: string,
  target?: string,
  roles: readonly MemberRole[] = [],
): string {
  const parts = [appId]
  if (target !== undefined || roles.length > 0) parts.push(encodeURIComponent(target ?? ''))
  if (roles.length > 0) parts.push([...roles].sort().join('+'))
  return parts.join('/')
}

export function readConfirmationSubject(subject: string): {
  appId: string
  target: string
  roles: MemberRole[]
} {
  const [appId = '', target = '', roles = ''] = subject.split('/')
  return {
    appId,
    target: decodeURIComponent(target),
    roles: roles === '' ? [] : (roles.split('+') as MemberRole[]),
  }
}
