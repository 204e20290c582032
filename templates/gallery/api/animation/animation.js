const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Three ways to move things: wx.createAnimation, this.animate with key frames, and plain CSS.',
    create: 'Steps of createAnimation',
    frames: 'Key frames',
    css: 'CSS',
    sail: 'Sail',
    rock: 'Rock',
    stop: 'Start or stop',
  },
  zh: {
    lead: '三种动画方式：wx.createAnimation、关键帧 this.animate 与 CSS。',
    create: 'createAnimation 分步动画',
    frames: '关键帧',
    css: 'CSS 动画',
    sail: '启航',
    rock: '摇晃',
    stop: '开始或停止',
  },
})

Page({
  data: {
    t,
    animation: null,
    floating: true,
  },

  sail() {
    const animation = wx.createAnimation({ duration: 500, timingFunction: 'ease-in-out' })
    animation.translateX(180).rotate(8).step()
    animation.translateY(-30).rotate(-8).step()
    animation.translate(0, 0).rotate(0).step({ duration: 700 })
    this.setData({ animation: animation.export() })
  },

  rock() {
    this.animate(
      '#rocking',
      [{ rotate: 0 }, { rotate: -14 }, { rotate: 12 }, { rotate: -6 }, { rotate: 0 }],
      1200,
      () => this.clearAnimation('#rocking'),
    )
  },

  toggle() {
    this.setData({ floating: !this.data.floating })
  },
})
