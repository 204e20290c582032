const { say } = require('../../say')

const t = say({
  en: {
    lead: 'What the program may know about the device and the app around it.',
    window: 'Window',
    device: 'Device',
    app: 'App',
    button: 'Menu button',
    live: 'Follows resizes and theme changes.',
  },
  zh: {
    lead: '程序可以了解的设备与宿主信息。',
    window: '窗口',
    device: '设备',
    app: '宿主应用',
    button: '菜单按钮',
    live: '随窗口和主题变化更新。',
  },
})

function toRows(info) {
  return Object.entries(info).map(([name, value]) => ({
    name,
    value: typeof value === 'object' ? JSON.stringify(value) : String(value),
  }))
}

Page({
  data: {
    t,
    window: [],
    device: [],
    app: [],
    button: [],
  },

  onLoad() {
    this.show()
    this.onChange = () => this.show()
    wx.onThemeChange(this.onChange)
  },

  onResize() {
    this.show()
  },

  onUnload() {
    wx.offThemeChange(this.onChange)
  },

  show() {
    this.setData({
      window: toRows(wx.getWindowInfo()),
      device: toRows(wx.getDeviceInfo()),
      app: toRows(wx.getAppBaseInfo()),
      button: toRows(wx.getMenuButtonBoundingClientRect()),
    })
  },
})
