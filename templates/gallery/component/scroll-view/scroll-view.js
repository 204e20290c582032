const { say } = require('../../say')

const t = say({
  en: {
    lead: 'A part of the page that scrolls by itself: it tells where it is, jumps to a child, and refreshes when pulled.',
    down: 'Up and down',
    jump: 'Jump to',
    top: 'Scrolled',
    across: 'Across',
    refresh: 'Pull to refresh',
    pulled: 'Refreshed',
    times: 'times',
    item: 'Row',
  },
  zh: {
    lead: '可单独滚动的区域：能报告位置、跳到某个子节点、下拉刷新。',
    down: '纵向滚动',
    jump: '跳到',
    top: '已滚动',
    across: '横向滚动',
    refresh: '下拉刷新',
    pulled: '已刷新',
    times: '次',
    item: '第',
  },
})

Page({
  data: {
    t,
    rows: Array.from({ length: 20 }, (_, index) => index + 1),
    target: '',
    top: 0,
    refreshing: false,
    pulls: 0,
  },

  jump(event) {
    this.setData({ target: event.currentTarget.dataset.target })
  },

  noteTop(event) {
    this.setData({ top: Math.round(event.detail.scrollTop) })
  },

  refresh() {
    this.setData({ refreshing: true })
    setTimeout(() => this.setData({ refreshing: false, pulls: this.data.pulls + 1 }), 800)
  },
})
