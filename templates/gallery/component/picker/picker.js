const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Wheels to choose from: as a sheet from below (picker), or inside the page (picker-view).',
    one: 'One column',
    time: 'Time',
    date: 'Date',
    region: 'Region',
    many: 'Two columns',
    inside: 'In the page',
    rivers: 'Yangtze,Pearl,Yellow River,Mekong',
    boats: 'sampan,junk,ferry',
    when: 'You sail',
  },
  zh: {
    lead: '滚轮选择器：从底部弹出（picker），或嵌在页面里（picker-view）。',
    one: '普通选择',
    time: '时间',
    date: '日期',
    region: '省市区',
    many: '多列选择',
    inside: '嵌入页面',
    rivers: '长江,珠江,黄河,湄公河',
    boats: '舢板,帆船,渡轮',
    when: '出发',
  },
})

Page({
  data: {
    t,
    rivers: t.rivers.split(','),
    boats: t.boats.split(','),
    river: 0,
    pair: [0, 0],
    time: '08:30',
    date: '2026-06-19',
    region: ['广东省', '广州市', '海珠区'],
    wheel: [1, 0],
  },

  set(event) {
    this.setData({ [event.currentTarget.dataset.name]: event.detail.value })
  },
})
