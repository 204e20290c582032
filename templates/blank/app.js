App({
  globalData: {
    launches: [],
  },

  onLaunch() {
    const launches = wx.getStorageSync('launches') || []
    launches.unshift(Date.now())
    wx.setStorageSync('launches', launches.slice(0, 50))
    this.globalData.launches = launches
  },
})
