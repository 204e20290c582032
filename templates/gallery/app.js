const { say } = require('./say')

App({
  onLaunch() {
    const tabs = say({ en: ['Components', 'APIs', 'About'], zh: ['组件', '接口', '关于'] })
    tabs.forEach((text, index) => wx.setTabBarItem({ index, text }))
  },
})
