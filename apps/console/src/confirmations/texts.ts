import { defineTexts } from '../texts/texts'

export const confirmationTexts = defineTexts(
  {
    title: 'Confirm with your phone',
    text: 'Scan this with the super-app, signed in as yourself, and approve it there. The code is good for five minutes.',
    waiting: 'Waiting for your phone',
    link: 'Copy the link in place of scanning',
  },
  {
    title: '用手机确认',
    text: '请用已登录本人账号的超级应用扫码，并在手机上同意。二维码五分钟内有效。',
    waiting: '等待手机确认',
    link: '复制链接代替扫码',
  },
)
