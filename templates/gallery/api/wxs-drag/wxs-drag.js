const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Handlers written in WXS run beside the page, so what you drag never waits for the logic thread. Try it while the thread is busy.',
    drag: 'Drag us',
    wxs: 'WXS',
    data: 'setData',
    busy: 'Keep the logic thread busy for 2 s',
    idle: 'free',
    working: 'busy',
    state: 'Logic thread',
  },
  zh: {
    lead: 'WXS 事件函数在页面侧运行，拖动不等逻辑线程。让逻辑线程忙起来再试试。',
    drag: '拖动方块',
    wxs: 'WXS',
    data: 'setData',
    busy: '让逻辑线程忙 2 秒',
    idle: '空闲',
    working: '忙碌',
    state: '逻辑线程',
  },
})

Page({
  data: {
    t,
    left: 0,
    busy: false,
  },

  start(event) {
    this.from = event.touches[0].pageX - this.data.left
  },

  move(event) {
    this.setData({ left: Math.min(220, Math.max(0, event.touches[0].pageX - this.from)) })
  },

  work() {
    this.setData({ busy: true })
    setTimeout(() => {
      const end = Date.now() + 2000
      while (Date.now() < end);
      this.setData({ busy: false })
    }, 100)
  },
})
