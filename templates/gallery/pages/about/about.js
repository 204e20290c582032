const { components, apis } = require('../../catalogue')
const { nameTabs } = require('../../name-tabs')
const { say } = require('../../say')

const t = say({
  en: {
    title: 'About',
    name: 'Sampan Gallery',
    text: 'A mini program in the format of WeChat: WXML, WXSS, WXS and JavaScript. Sampan compiled it from its source folder and runs it in a sandbox in your browser.',
    pages: 'Pages',
    theme: 'Theme',
    language: 'Language',
    library: 'Base library',
    launches: 'Opened',
    source: 'The source is in templates/gallery. Make it yours:',
  },
  zh: {
    title: '关于',
    name: 'Sampan 组件廊',
    text: '这是一个微信格式的小程序：WXML、WXSS、WXS 与 JavaScript。Sampan 从源码文件夹编译它，并在浏览器的沙箱中运行。',
    pages: '页面',
    theme: '主题',
    language: '语言',
    library: '基础库',
    launches: '打开过',
    source: '源码在 templates/gallery，改成你自己的：',
  },
})

Page({
  data: {
    t,
    facts: [],
    command: 'npx sampan create my-app --template gallery',
  },

  onLoad() {
    nameTabs()
    wx.setNavigationBarTitle({ title: t.title })
    this.launches = (wx.getStorageSync('launches') || 0) + 1
    wx.setStorageSync('launches', this.launches)
    this.onTheme = () => this.showFacts()
    wx.onThemeChange(this.onTheme)
  },

  onShow() {
    this.showFacts()
  },

  onUnload() {
    wx.offThemeChange(this.onTheme)
  },

  showFacts() {
    const { theme, language, SDKVersion } = wx.getAppBaseInfo()
    this.setData({
      facts: [
        { name: t.pages, value: components.length + apis.length + 3 },
        { name: t.theme, value: theme },
        { name: t.language, value: language },
        { name: t.library, value: SDKVersion },
        { name: t.launches, value: `${this.launches} ×` },
      ],
    })
  },

  copy() {
    wx.setClipboardData({ data: this.data.command })
  },
})
