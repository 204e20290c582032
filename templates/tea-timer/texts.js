const texts = {
  en: {
    title: 'Tea Timer',
    start: 'Steep',
    pause: 'Pause',
    resume: 'Go on',
    reset: 'Start over',
    ready: 'Your tea is ready',
    enjoy: 'OK',
    cups: 'Cups today',
    less: 'Shorter',
    more: 'Longer',
  },
  zh: {
    title: '茶时',
    start: '开始冲泡',
    pause: '暂停',
    resume: '继续',
    reset: '重来',
    ready: '茶泡好了',
    enjoy: '请慢用',
    cups: '今日杯数',
    less: '短一点',
    more: '长一点',
  },
}

module.exports = texts[wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en']
