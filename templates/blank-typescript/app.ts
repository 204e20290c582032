import type { AppOptions } from './app-options'

App<AppOptions>({
  globalData: {
    launches: [],
  },

  onLaunch() {
    const launches: number[] = wx.getStorageSync('launches') || []
    launches.unshift(Date.now())
    wx.setStorageSync('launches', launches.slice(0, 50))
    this.globalData.launches = launches
  },
})
