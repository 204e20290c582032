const { say } = require('./say')

/** The tab bar's own texts are English; only a page of the tab bar may change them. */
function nameTabs() {
  const tabs = say({ en: [], zh: ['组件', '接口', '关于'] })
  tabs.forEach((text, index) => wx.setTabBarItem({ index, text }))
}

module.exports = { nameTabs }
