Page({
  data: { taps: 0 },
  count() {
    this.setData({ taps: this.data.taps + 1 })
  },
  go() {
    wx.navigateTo({ url: '/pages/second/second' })
  },
})
