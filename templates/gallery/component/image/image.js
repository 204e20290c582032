const { say } = require('../../say')

const t = say({
  en: {
    lead: 'mode decides how a picture fills its box: whole, cropped, stretched, or with its own height.',
    fit: 'How it fits',
    event: 'Events',
    size: 'Size of the picture',
    broken: 'A picture that is missing',
    waiting: 'waiting',
  },
  zh: {
    lead: 'mode 决定图片如何填充：完整显示、裁剪、拉伸或按比例定高。',
    fit: '填充方式',
    event: '事件',
    size: '图片大小',
    broken: '不存在的图片',
    waiting: '等待中',
  },
})

Page({
  data: {
    t,
    modes: ['aspectFit', 'aspectFill', 'scaleToFill', 'widthFix', 'top left', 'bottom right'],
    mode: 'aspectFit',
    missing: '/images/not-here.png',
    size: '',
    failure: '',
  },

  setMode(event) {
    this.setData({ mode: event.currentTarget.dataset.value })
  },

  noteSize(event) {
    const { width, height } = event.detail
    this.setData({ size: `${width} × ${height}` })
  },

  noteFailure(event) {
    this.setData({ failure: event.detail.errMsg })
  },
})
