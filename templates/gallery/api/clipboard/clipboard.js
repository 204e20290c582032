const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Put text on the clipboard, or read it. The browser may ask the user first.',
    copy: 'Copy',
    paste: 'Paste',
    text: 'Row, row, row your boat',
    content: 'Clipboard',
    nothing: 'not read yet',
  },
  zh: {
    lead: '写入或读取剪贴板；浏览器可能会先征求用户同意。',
    copy: '复制',
    paste: '粘贴',
    text: '轻舟已过万重山',
    content: '剪贴板',
    nothing: '尚未读取',
  },
})

Page({
  data: {
    t,
    text: t.text,
    content: '',
  },

  setText(event) {
    this.setData({ text: event.detail.value })
  },

  copy() {
    wx.setClipboardData({ data: this.data.text })
  },

  paste() {
    wx.getClipboardData()
      .then(({ data }) => this.setData({ content: data }))
      .catch(({ errMsg }) => this.setData({ content: errMsg }))
  },
})
