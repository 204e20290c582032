const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Choose pictures, look at them full screen, read their size. The user decides which ones you get.',
    choose: 'Choose pictures',
    yours: 'Your pictures',
    info: 'First picture',
    none: 'none chosen',
    hint: 'Tap one to look at it full screen.',
    ours: 'Look at ours',
  },
  zh: {
    lead: '选择图片、全屏预览、读取尺寸；拿到哪些图片由用户决定。',
    choose: '选择图片',
    yours: '你的图片',
    info: '第一张',
    none: '尚未选择',
    hint: '点一张可全屏查看。',
    ours: '看看示例',
  },
})

Page({
  data: {
    t,
    pictures: [],
    info: '',
  },

  choose() {
    wx.chooseMedia({ count: 9, mediaType: ['image'], sourceType: ['album', 'camera'] })
      .then(({ tempFiles }) => {
        this.setData({ pictures: tempFiles.map(({ tempFilePath }) => tempFilePath) })
        return wx.getImageInfo({ src: tempFiles[0].tempFilePath })
      })
      .then(({ width, height, type }) => this.setData({ info: `${width} × ${height} ${type}` }))
      .catch(({ errMsg }) => this.setData({ info: errMsg }))
  },

  preview(event) {
    wx.previewImage({ urls: this.data.pictures, current: event.currentTarget.dataset.path })
  },

  previewOurs() {
    wx.previewImage({ urls: ['/images/river.svg', '/images/boat.svg'] })
  },
})
