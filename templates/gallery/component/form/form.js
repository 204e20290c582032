const { say } = require('../../say')

const t = say({
  en: {
    lead: 'A form collects the values of all fields inside it by their names, when its submit button is tapped.',
    order: 'Order a boat trip',
    who: 'Name',
    people: 'People',
    lunch: 'With lunch',
    seat: 'Seat',
    front: 'Bow',
    back: 'Stern',
    submit: 'Book',
    reset: 'Reset',
    sent: 'Values sent',
    nothing: 'Nothing yet',
  },
  zh: {
    lead: '点击提交按钮时，form 按 name 收集其中所有字段的值。',
    order: '预订游船',
    who: '姓名',
    people: '人数',
    lunch: '含午餐',
    seat: '座位',
    front: '船头',
    back: '船尾',
    submit: '预订',
    reset: '重置',
    sent: '提交的值',
    nothing: '尚未提交',
  },
})

Page({
  data: {
    t,
    sent: '',
  },

  submit(event) {
    this.setData({ sent: event.detail.value })
  },

  reset() {
    this.setData({ sent: '' })
  },
})
