const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Goes to another page without code: deeper, in place of this one, to a tab, or back.',
    go: 'Ways to go',
    deeper: 'navigate: one page deeper',
    replace: 'redirect: in place of this page',
    tab: 'switchTab: to the APIs',
    back: 'navigateBack',
    depth: 'Pages on the stack',
  },
  zh: {
    lead: '无需代码的页面跳转：前进、替换、切换标签、返回。',
    go: '跳转方式',
    deeper: 'navigate：打开新页面',
    replace: 'redirect：替换当前页',
    tab: 'switchTab：切到接口',
    back: 'navigateBack：返回',
    depth: '页面栈深度',
  },
})

Page({
  data: {
    t,
    depth: 1,
  },

  onShow() {
    this.setData({ depth: getCurrentPages().length })
  },
})
