/**
 * What programs get to know of a user since 2022: the same grey picture and neutral name for everybody. Programs
 * compare with this very name to find out that they should ask.
 */
export function anonymousUser() {
  return {
    nickName: '微信用户',
    gender: 0,
    language: '',
    city: '',
    province: '',
    country: '',
    avatarUrl: ANONYMOUS_AVATAR_URL,
    is_demote: true,
  }
}

const ANONYMOUS_AVATAR = `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132" viewBox="0 0 132 132">
<rect width="132" height="132" fill="#d9dce1"/><g fill="#f7f8fa"><circle cx="66" cy="52" r="23"/>
<path d="M22 122c3-26 20-39 44-39s41 13 44 39z"/></g></svg>`

export const ANONYMOUS_AVATAR_URL = `data:image/svg+xml;base64,${btoa(ANONYMOUS_AVATAR)}`
