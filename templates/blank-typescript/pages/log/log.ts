import texts from '../../texts'
import type { AppOptions } from '../../app-options'
import { formatTime } from '../../format-time'

Page({
  data: {
    texts,
    launches: [] as { number: number; time: string }[],
  },

  onLoad() {
    wx.setNavigationBarTitle({ title: texts.logTitle })
    const { launches } = getApp<AppOptions>().globalData
    this.setData({
      launches: launches.map((time, index) => ({ number: launches.length - index, time: formatTime(new Date(time)) })),
    })
  },
})
