import type { TextTable } from '../../interface/texts'

export const paymentTexts = {
  'payment.title': { en: 'Payment', zh_CN: '支付' },
  'payment.simulation': {
    en: 'Simulation: no platform server is connected, no money moves. Choose how the payment ends.',
    zh_CN: '模拟支付：未连接平台服务器，不会产生真实扣款。请选择支付结果。',
  },
  'payment.pay': { en: 'Pay', zh_CN: '确认支付' },
  'payment.succeed': { en: 'Succeed', zh_CN: '支付成功' },
  'payment.fail': { en: 'Fail', zh_CN: '支付失败' },
} as const satisfies TextTable
