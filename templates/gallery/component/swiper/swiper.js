const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Pages to swipe through, with dots, autoplay and endless turning if you like.',
    basic: 'Swipe',
    dots: 'Dots',
    autoplay: 'Autoplay',
    circular: 'Endless',
    vertical: 'Vertical',
    current: 'Current',
    cards: 'Cards with margins',
    slides: 'Dawn,Noon,Dusk,Night',
  },
  zh: {
    lead: '左右滑动的轮播，可以带指示点、自动播放和循环。',
    basic: '滑动',
    dots: '指示点',
    autoplay: '自动播放',
    circular: '循环',
    vertical: '纵向',
    current: '当前',
    cards: '卡片与边距',
    slides: '清晨,正午,黄昏,夜晚',
  },
})

Page({
  data: {
    t,
    slides: t.slides.split(','),
    dots: true,
    autoplay: false,
    circular: true,
    vertical: false,
    current: 0,
  },

  toggle(event) {
    this.setData({ [event.currentTarget.dataset.name]: event.detail.value })
  },

  setCurrent(event) {
    this.setData({ current: event.detail.current })
  },
})
