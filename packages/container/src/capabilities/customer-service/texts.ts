import type { TextTable } from '../../interface/texts'

export const customerServiceTexts = {
  'customerService.title': { en: '{name}: customer service', zh_CN: '{name}客服' },
  'customerService.simulation': {
    en: 'Simulation: no customer service is connected. Nobody reads what is written here.',
    zh_CN: '模拟：未连接客服系统，这里的内容不会有人收到。',
  },
  'customerService.sendCard': { en: 'Send this card', zh_CN: '发送此卡片' },
  'customerService.feedback': { en: 'Feedback', zh_CN: '意见反馈' },
} as const satisfies TextTable
