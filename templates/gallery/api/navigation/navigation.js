const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Pages form a stack of ten at most. An opened page can talk with the one that opened it.',
    go: 'Open pages',
    deeper: 'navigateTo',
    replace: 'redirectTo',
    relaunch: 'reLaunch to About',
    back: 'navigateBack',
    stack: 'Stack',
    bar: 'Navigation bar',
    title: 'Change title',
    newTitle: 'A new title',
    colour: 'Jade bar',
    busy: 'Loading',
    message: 'Message from the page before',
    hello: 'Ahoy from depth',
    none: 'none',
  },
  zh: {
    lead: '页面栈最多十层；新页面可以和打开它的页面通信。',
    go: '打开页面',
    deeper: 'navigateTo',
    replace: 'redirectTo',
    relaunch: 'reLaunch 到关于',
    back: 'navigateBack',
    stack: '页面栈',
    bar: '导航栏',
    title: '修改标题',
    newTitle: '新标题',
    colour: '玉色导航栏',
    busy: '加载动画',
    message: '上一页的消息',
    hello: '来自第几层的问候：',
    none: '无',
  },
})

Page({
  data: {
    t,
    stack: [],
    message: '',
  },

  onLoad() {
    const channel = this.getOpenerEventChannel()
    if (channel.on) channel.on('hello', (message) => this.setData({ message }))
  },

  onShow() {
    this.setData({ stack: getCurrentPages().map(({ route }) => route.split('/').pop()) })
  },

  deeper() {
    const depth = getCurrentPages().length
    wx.navigateTo({
      url: '/api/navigation/navigation',
      success: ({ eventChannel }) => eventChannel.emit('hello', `${t.hello} ${depth}`),
      fail: ({ errMsg }) => wx.showToast({ title: errMsg, icon: 'none' }),
    })
  },

  replace() {
    wx.redirectTo({ url: '/api/feedback/feedback' })
  },

  relaunch() {
    wx.reLaunch({ url: '/pages/about/about' })
  },

  back() {
    wx.navigateBack()
  },

  setTitle() {
    wx.setNavigationBarTitle({ title: t.newTitle })
  },

  setColour() {
    wx.setNavigationBarColor({
      frontColor: '#ffffff',
      backgroundColor: '#0b7f60',
      animation: { duration: 300, timingFunc: 'easeIn' },
    })
  },

  setBusy() {
    wx.showNavigationBarLoading()
    setTimeout(() => wx.hideNavigationBarLoading(), 1500)
  },
})
