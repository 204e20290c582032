const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Where the user is, if the user agrees: the host asks once and remembers the answer.',
    get: 'Where am I?',
    answer: 'Answer',
    nothing: 'not asked yet',
    settings: 'Change the permission',
  },
  zh: {
    lead: '在用户同意后获取位置：宿主询问一次并记住选择。',
    get: '我在哪里？',
    answer: '结果',
    nothing: '尚未获取',
    settings: '修改权限',
  },
})

Page({
  data: {
    t,
    answer: '',
  },

  locate() {
    wx.getLocation({ type: 'wgs84' })
      .then(({ latitude, longitude, accuracy }) =>
        this.setData({ answer: { latitude, longitude, accuracy } }),
      )
      .catch((failure) => this.setData({ answer: failure.errMsg }))
  },

  openSetting() {
    wx.openSetting()
  },
})
