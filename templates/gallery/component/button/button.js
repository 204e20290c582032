const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Buttons come in three types and two sizes. open-type connects them with abilities of the host.',
    types: 'Types',
    primary: 'Primary',
    normal: 'Default',
    warn: 'Warning',
    state: 'State',
    loading: 'Loading',
    disabled: 'Disabled',
    plain: 'Plain',
    tryMe: 'Try me',
    small: 'Small size',
    share: 'Share this page',
    open: 'Abilities',
    taps: 'Taps',
    title: 'Buttons of Sampan',
  },
  zh: {
    lead: '按钮有三种类型、两种大小；open-type 可以接入宿主的能力。',
    types: '类型',
    primary: '主要',
    normal: '默认',
    warn: '警示',
    state: '状态',
    loading: '加载中',
    disabled: '禁用',
    plain: '镂空',
    tryMe: '点我',
    small: '小尺寸',
    share: '分享本页',
    open: '开放能力',
    taps: '点击次数',
    title: 'Sampan 的按钮',
  },
})

Page({
  data: {
    t,
    loading: false,
    disabled: false,
    plain: false,
    taps: 0,
  },

  toggle(event) {
    this.setData({ [event.currentTarget.dataset.name]: event.detail.value })
  },

  count() {
    this.setData({ taps: this.data.taps + 1 })
  },

  onShareAppMessage() {
    return { title: t.title, path: '/component/button/button' }
  },
})
