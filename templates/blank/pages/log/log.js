const texts = require('../../texts')
const { formatTime } = require('../../format-time')

Page({
  data: {
    texts,
    launches: [],
  },

  onLoad() {
    wx.setNavigationBarTitle({ title: texts.logTitle })
    const { launches } = getApp().globalData
    this.setData({
      launches: launches.map((time, index) => ({ number: launches.length - index, time: formatTime(new Date(time)) })),
    })
  },
})
