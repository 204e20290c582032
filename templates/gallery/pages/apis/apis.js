const { apis } = require('../../catalogue')
const { nameTabs } = require('../../name-tabs')
const { say } = require('../../say')

Page({
  data: {
    pages: apis,
    t: say({
      en: { title: 'APIs', lead: 'What a program can ask of the app around it.' },
      zh: { title: '接口', lead: '程序可以向宿主请求的能力。' },
    }),
  },

  onLoad() {
    nameTabs()
    wx.setNavigationBarTitle({ title: this.data.t.title })
  },

  onShareAppMessage() {
    return { title: this.data.t.lead, path: '/pages/apis/apis' }
  },
})
