import { defineTexts } from '../texts/texts'

export const operatorTexts = defineTexts(
  {
    title: 'Simulated messages',
    intro:
      'This server has no provider of mail or phones: what it would have sent stands here. Set SMTP_URL to send mail for real.',
    'empty.title': 'Nothing yet',
    'empty.text': 'Codes and letters appear here as soon as somebody needs one.',
    when: 'When',
    to: 'To',
    message: 'Message',
    find: 'Only to',
    'find.hint': 'Address or number, whole',
    'channel.email': 'Email',
    'channel.sms': 'SMS',
  },
  {
    title: '模拟消息',
    intro: '该服务器尚未接入邮件或短信服务，本应发送的内容显示在此。设置 SMTP_URL 即可真实发送邮件。',
    'empty.title': '暂无消息',
    'empty.text': '有人需要验证码或通知时，内容会显示在此。',
    when: '时间',
    to: '接收方',
    message: '内容',
    find: '按接收方筛选',
    'find.hint': '完整的邮箱或号码',
    'channel.email': '邮件',
    'channel.sms': '短信',
  },
)
