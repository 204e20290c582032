const { findNote, writeNote, removeNote } = require('../../notes')
const texts = require('../../texts')

Page({
  data: {
    texts,
    text: '',
    isNew: true,
  },

  onLoad({ id = '' }) {
    const note = findNote(id)
    this.id = id || String(Date.now())
    this.written = note ? note.text : ''
    this.setData({ text: this.written, isNew: !note })
  },

  onUnload() {
    this.keep()
  },

  onHide() {
    this.keep()
  },

  setText(event) {
    this.written = event.detail.value
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.keep(), 400)
  },

  keep() {
    clearTimeout(this.timer)
    const note = findNote(this.id)
    if (this.removed || (note ? note.text : '') === this.written) return
    writeNote(this.id, this.written)
  },

  remove() {
    wx.showModal({
      title: texts.removeAsk,
      confirmText: texts.removeYes,
      confirmColor: '#b3352f',
      cancelText: texts.keep,
    }).then(({ confirm }) => {
      if (!confirm) return
      this.removed = true
      removeNote(this.id)
      wx.navigateBack({ fail: () => wx.reLaunch({ url: '/pages/list/list' }) })
    })
  },
})
