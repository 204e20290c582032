const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Up to 10 MB of values that stay on this device, for this program and this user only.',
    write: 'Write and read',
    key: 'Key',
    value: 'Value',
    set: 'Write',
    get: 'Read',
    remove: 'Remove',
    clear: 'Clear all',
    read: 'Read',
    info: 'Kept',
    empty: '(empty)',
  },
  zh: {
    lead: '最多 10 MB，只属于本程序与当前用户的本机存储。',
    write: '写入与读取',
    key: '键',
    value: '值',
    set: '写入',
    get: '读取',
    remove: '删除',
    clear: '清空',
    read: '读到',
    info: '已存',
    empty: '（空）',
  },
})

Page({
  data: {
    t,
    key: 'boat',
    value: 'sampan',
    read: '',
    info: '',
  },

  onShow() {
    this.showInfo()
  },

  showInfo() {
    const { keys, currentSize, limitSize } = wx.getStorageInfoSync()
    this.setData({ info: `${keys.length} · ${currentSize} / ${limitSize} KB` })
  },

  set() {
    wx.setStorageSync(this.data.key, this.data.value)
    wx.showToast({ title: 'setStorageSync:ok', icon: 'none' })
    this.showInfo()
  },

  get() {
    wx.getStorage({ key: this.data.key })
      .then(({ data }) => this.setData({ read: data }))
      .catch(({ errMsg }) => this.setData({ read: errMsg }))
  },

  remove() {
    wx.removeStorageSync(this.data.key)
    this.showInfo()
  },

  clear() {
    wx.clearStorageSync()
    this.setData({ read: '' })
    this.showInfo()
  },
})
