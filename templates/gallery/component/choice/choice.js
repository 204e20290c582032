const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Pick several, pick one, or turn something on. A label makes its words part of the target.',
    many: 'checkbox: several',
    one: 'radio: one',
    toggle: 'switch: on or off',
    chosen: 'Chosen',
    none: 'nothing',
    light: 'Lantern',
    teas: 'green,white,oolong',
  },
  zh: {
    lead: '多选、单选、开关。label 让文字也可以点击。',
    many: 'checkbox：多选',
    one: 'radio：单选',
    toggle: 'switch：开关',
    chosen: '已选',
    none: '无',
    light: '灯笼',
    teas: '绿茶,白茶,乌龙',
  },
})

Page({
  data: {
    t,
    teas: t.teas.split(','),
    many: [],
    one: t.teas.split(',')[0],
    lit: true,
  },

  setMany(event) {
    this.setData({ many: event.detail.value })
  },

  setOne(event) {
    this.setData({ one: event.detail.value })
  },

  setLight(event) {
    this.setData({ lit: event.detail.value })
  },
})
