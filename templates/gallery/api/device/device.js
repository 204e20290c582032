const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Vibration, battery, brightness, and the scanner. What a browser cannot do says so.',
    vibrate: 'Vibrate',
    short: 'Short',
    long: 'Long',
    battery: 'Battery',
    read: 'Read',
    scan: 'Scan a code',
    answer: 'Answer',
    nothing: 'nothing yet',
  },
  zh: {
    lead: '振动、电量、亮度与扫码；浏览器做不到的会如实说明。',
    vibrate: '振动',
    short: '短',
    long: '长',
    battery: '电量',
    read: '读取',
    scan: '扫码',
    answer: '结果',
    nothing: '暂无',
  },
})

Page({
  data: {
    t,
    battery: '',
    scanned: '',
    vibrated: '',
  },

  vibrateShort() {
    wx.vibrateShort({ type: 'medium', complete: ({ errMsg }) => this.setData({ vibrated: errMsg }) })
  },

  vibrateLong() {
    wx.vibrateLong({ complete: ({ errMsg }) => this.setData({ vibrated: errMsg }) })
  },

  readBattery() {
    wx.getBatteryInfo({
      success: ({ level, isCharging }) => this.setData({ battery: `${level} %${isCharging ? ' ⚡' : ''}` }),
      fail: ({ errMsg }) => this.setData({ battery: errMsg }),
    })
  },

  scan() {
    wx.scanCode({
      success: ({ result, scanType }) => this.setData({ scanned: { result, scanType } }),
      fail: ({ errMsg }) => this.setData({ scanned: errMsg }),
    })
  },
})
