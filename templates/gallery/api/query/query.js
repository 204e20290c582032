const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Ask where something is on the page, or be told when it comes into sight.',
    where: 'Where is the box?',
    ask: 'Ask',
    sight: 'In sight?',
    scroll: 'Scroll until the boat appears',
    seen: 'In sight',
    hidden: 'Out of sight',
    nothing: 'not asked yet',
    grow: 'Change its width',
  },
  zh: {
    lead: '查询节点的位置，或在节点进入视野时得到通知。',
    where: '方块在哪里？',
    ask: '查询',
    sight: '是否可见？',
    scroll: '向下滚动，直到小船出现',
    seen: '看见了',
    hidden: '看不见',
    nothing: '尚未查询',
    grow: '改变宽度',
  },
})

Page({
  data: {
    t,
    rect: '',
    width: 50,
    visible: false,
    ratio: 0,
  },

  onReady() {
    this.observer = wx.createIntersectionObserver(this, { thresholds: [0, 0.25, 0.5, 0.75, 1] })
    this.observer.relativeTo('.window').observe('.target', ({ intersectionRatio }) => {
      this.setData({ visible: intersectionRatio > 0, ratio: Math.round(intersectionRatio * 100) })
    })
  },

  onUnload() {
    this.observer.disconnect()
  },

  setWidth(event) {
    this.setData({ width: event.detail.value })
  },

  ask() {
    wx.createSelectorQuery()
      .select('.box')
      .boundingClientRect(({ left, top, width, height }) => {
        const round = (value) => Math.round(value * 10) / 10
        this.setData({
          rect: { left: round(left), top: round(top), width: round(width), height: round(height) },
        })
      })
      .exec()
  },
})
