/** Every text of the program, in the languages that it speaks. */
const texts = {
  en: {
    greeting: 'Your mini program is afloat',
    hint: 'Change pages/index/index.wxml and save: this page reloads.',
    count: 'Tapped',
    tap: 'Tap',
    openLog: 'Launches',
    logTitle: 'Launches',
    empty: 'Nothing here yet',
  },
  zh: {
    greeting: '你的小程序已起航',
    hint: '修改 pages/index/index.wxml 并保存，页面会自动刷新。',
    count: '点击次数',
    tap: '点我',
    openLog: '启动记录',
    logTitle: '启动记录',
    empty: '暂无记录',
  },
}

const { language } = wx.getAppBaseInfo()

export default texts[language.startsWith('zh') ? 'zh' : 'en']
