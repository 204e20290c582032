const { say } = require('../../say')

const t = say({
  en: {
    lead: 'wx.request goes out through the host, and only to servers that the program has registered.',
    send: 'Send',
    ask: 'A registered server',
    other: 'One that is not registered',
    try: 'Try it',
    answer: 'Answer',
    waiting: 'waiting …',
    nothing: 'not sent yet',
    type: 'Connection',
    offline: 'Without a connection the answer is an honest failure.',
  },
  zh: {
    lead: 'wx.request 由宿主代为发出，只能访问已登记的服务器。',
    send: '发送',
    ask: '已登记的服务器',
    other: '未登记的服务器',
    try: '试试',
    answer: '结果',
    waiting: '等待中…',
    nothing: '尚未发送',
    type: '网络类型',
    offline: '没有网络时会如实返回失败。',
  },
})

Page({
  data: {
    t,
    url: 'https://api.github.com/zen',
    answer: '',
    refusal: '',
    type: '',
  },

  onLoad() {
    wx.getNetworkType().then(({ networkType }) => this.setData({ type: networkType }))
    this.onStatus = ({ networkType }) => this.setData({ type: networkType })
    wx.onNetworkStatusChange(this.onStatus)
  },

  onUnload() {
    wx.offNetworkStatusChange(this.onStatus)
  },

  setUrl(event) {
    this.setData({ url: event.detail.value })
  },

  send() {
    this.setData({ answer: t.waiting })
    wx.request({
      url: this.data.url,
      timeout: 10000,
      success: ({ statusCode, data }) => this.setData({ answer: { statusCode, data } }),
      fail: (failure) => this.setData({ answer: failure }),
    })
  },

  sendElsewhere() {
    wx.request({
      url: 'https://example.com/',
      success: ({ statusCode }) => this.setData({ refusal: { statusCode } }),
      fail: (failure) => this.setData({ refusal: failure }),
    })
  },
})
