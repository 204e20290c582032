const { say } = require('../../say')

const t = say({
  en: {
    lead: 'view is a box for layout, text is for words. hover-class answers a touch at once, without your code.',
    layout: 'Flex layout',
    direction: 'Direction',
    row: 'row',
    column: 'column',
    hover: 'Touch feedback',
    press: 'Press and hold me',
    selectable: 'Text you can select',
    poem: 'Row, row, row your boat,\ngently down the stream.',
    selectableOn: 'Selectable',
  },
  zh: {
    lead: 'view 是布局的盒子，text 用来放文字。hover-class 让触摸立即有反馈，无需代码。',
    layout: '弹性布局',
    direction: '方向',
    row: '横向',
    column: '纵向',
    hover: '触摸反馈',
    press: '按住我',
    selectable: '可选中的文字',
    poem: '轻舟已过万重山。\n两岸猿声啼不住。',
    selectableOn: '可选中',
  },
})

Page({
  data: {
    t,
    direction: 'row',
    selectable: true,
  },

  setDirection(event) {
    this.setData({ direction: event.currentTarget.dataset.value })
  },

  setSelectable(event) {
    this.setData({ selectable: event.detail.value })
  },
})
