const { components } = require('../../catalogue')
const { nameTabs } = require('../../name-tabs')
const { say } = require('../../say')

Page({
  data: {
    pages: components,
    t: say({
      en: { title: 'Components', lead: 'Every built-in component, live. Open one and play.' },
      zh: { title: '组件', lead: '所有内置组件的现场演示，点开玩玩。' },
    }),
  },

  onLoad() {
    nameTabs()
    wx.setNavigationBarTitle({ title: this.data.t.title })
  },

  onShareAppMessage() {
    return { title: this.data.t.lead, path: '/pages/components/components' }
  },
})
