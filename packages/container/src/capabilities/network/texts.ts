import type { TextTable } from '../../interface/texts'

export const networkTexts = {
  'domains are not checked': {
    en: 'Server domains are not checked in development. A released program reaches only domains that are registered.',
    zh_CN: '开发时不校验服务器域名。发布后，小程序只能访问已登记的域名。',
  },
  'headers need a proxy': {
    en: 'A browser page may not set these headers, so they were not sent: {names}. A request proxy can.',
    zh_CN: '浏览器页面不能设置以下请求头，因此未发送：{names}。可使用请求代理。',
  },
  'manual redirect needs a proxy': {
    en: 'redirect "manual" needs a request proxy',
    zh_CN: 'redirect 为 manual 时需要请求代理',
  },
} as const satisfies TextTable
