const { say } = require('../../say')

const t = say({
  en: {
    lead: 'progress shows how far something is, icon says how it went.',
    bars: 'Bars',
    again: 'Play again',
    icons: 'Icons',
  },
  zh: {
    lead: 'progress 表示进度，icon 表示结果。',
    bars: '进度条',
    again: '再来一次',
    icons: '图标',
  },
})

Page({
  data: {
    t,
    percent: 80,
    icons: [
      'success',
      'success_no_circle',
      'info',
      'warn',
      'waiting',
      'cancel',
      'download',
      'search',
      'clear',
    ],
  },

  again() {
    this.setData({ percent: 0 })
    wx.nextTick(() => this.setData({ percent: 80 }))
  },
})
