import type { TextTable } from '../../interface/texts'

export const phoneNumberTexts = {
  'phoneNumber.title': { en: 'Use your phone number', zh_CN: '申请获取并验证你的手机号' },
  'phoneNumber.simulation': {
    en: 'Simulation: no platform server is connected. No real phone number is passed on.',
    zh_CN: '模拟：未连接平台服务器，不会提供真实手机号。',
  },
} as const satisfies TextTable
