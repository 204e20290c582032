const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Short answers to what the user does: a toast, a question, a choice from below.',
    toast: 'Toasts',
    done: 'Done',
    oops: 'That did not work',
    plain: 'Only words',
    loading: 'Loading for a second',
    modal: 'Questions',
    ask: 'Ask',
    cast: 'Cast off?',
    content: 'The tide is with us.',
    go: 'Sail',
    stay: 'Stay',
    editable: 'Ask for words',
    nameBoat: 'Name your boat',
    sheet: 'Action sheet',
    choose: 'Choose a harbour',
    harbours: 'Aberdeen,Guangzhou,Melaka',
    answer: 'Answer',
    nothing: 'nothing yet',
  },
  zh: {
    lead: '对用户操作的简短反馈：轻提示、对话框、操作菜单。',
    toast: '轻提示',
    done: '完成',
    oops: '没有成功',
    plain: '只有文字',
    loading: '加载一秒',
    modal: '对话框',
    ask: '询问',
    cast: '解缆出发？',
    content: '潮水正好。',
    go: '出发',
    stay: '再等等',
    editable: '请输入',
    nameBoat: '给小船起名',
    sheet: '操作菜单',
    choose: '选择港口',
    harbours: '香港仔,广州,马六甲',
    answer: '结果',
    nothing: '还没有',
  },
})

Page({
  data: {
    t,
    answer: '',
  },

  toast(event) {
    const { icon } = event.currentTarget.dataset
    const title = { success: t.done, error: t.oops, none: t.plain }[icon]
    wx.showToast({ title, icon })
  },

  load() {
    wx.showLoading({ title: t.loading, mask: true })
    setTimeout(() => wx.hideLoading(), 1000)
  },

  ask() {
    wx.showModal({ title: t.cast, content: t.content, confirmText: t.go, cancelText: t.stay }).then(
      ({ confirm }) => this.setData({ answer: confirm ? t.go : t.stay }),
    )
  },

  askWords() {
    wx.showModal({ title: t.nameBoat, editable: true, placeholderText: t.nameBoat }).then(
      ({ confirm, content }) => this.setData({ answer: confirm ? content : t.stay }),
    )
  },

  choose() {
    const itemList = t.harbours.split(',')
    wx.showActionSheet({ alertText: t.choose, itemList })
      .then(({ tapIndex }) => this.setData({ answer: itemList[tapIndex] }))
      .catch(({ errMsg }) => this.setData({ answer: errMsg }))
  },
})
