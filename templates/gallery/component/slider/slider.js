const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Drag to choose a number. bindchanging tells while the finger moves, bindchange when it lets go.',
    colour: 'Mix a colour',
    red: 'Red',
    green: 'Green',
    blue: 'Blue',
    step: 'Steps of ten',
    value: 'Value',
  },
  zh: {
    lead: '拖动选择数值。bindchanging 在拖动时触发，bindchange 在松手后触发。',
    colour: '调色',
    red: '红',
    green: '绿',
    blue: '蓝',
    step: '步长为 10',
    value: '数值',
  },
})

Page({
  data: {
    t,
    red: 15,
    green: 139,
    blue: 109,
    stepped: 50,
  },

  mix(event) {
    this.setData({ [event.currentTarget.dataset.name]: event.detail.value })
  },
})
