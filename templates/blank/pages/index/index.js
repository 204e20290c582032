const texts = require('../../texts')

Page({
  data: {
    texts,
    count: 0,
  },

  countUp() {
    this.setData({ count: this.data.count + 1 })
  },

  openLog() {
    wx.navigateTo({ url: '/pages/log/log' })
  },

  onShareAppMessage() {
    return { title: texts.greeting }
  },
})
