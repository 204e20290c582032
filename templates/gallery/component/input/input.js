const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Text fields with the right keyboard for what is typed. What you type is never overwritten by a late answer.',
    types: 'Kinds',
    text: 'Text',
    number: 'Number',
    digit: 'Decimal',
    password: 'Password',
    bound: 'Two-way binding',
    name: 'Your name',
    hello: 'Hello',
    upper: 'Letters become capitals',
    type: 'Type here',
    area: 'Many lines',
    areaHint: 'Grows with what you write',
    left: 'Characters',
  },
  zh: {
    lead: '输入框会弹出合适的键盘；迟到的数据不会覆盖你正在输入的内容。',
    types: '类型',
    text: '文本',
    number: '数字',
    digit: '小数',
    password: '密码',
    bound: '双向绑定',
    name: '你的名字',
    hello: '你好',
    upper: '字母自动变大写',
    type: '在这里输入',
    area: '多行输入',
    areaHint: '随内容自动增高',
    left: '字数',
  },
})

Page({
  data: {
    t,
    name: '',
    capitals: '',
    note: '',
  },

  toCapitals(event) {
    return event.detail.value.toUpperCase()
  },

  setNote(event) {
    this.setData({ note: event.detail.value })
  },
})
