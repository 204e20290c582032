const isChinese = wx.getAppBaseInfo().language.startsWith('zh')

/** Minutes and degrees are what most tins say; everyone may steep as he likes. */
const teas = [
  { id: 'green', en: 'Green', zh: '绿茶', seconds: 120, celsius: 80, colour: '#7a9a3a' },
  { id: 'white', en: 'White', zh: '白茶', seconds: 240, celsius: 85, colour: '#b99a5b' },
  { id: 'oolong', en: 'Oolong', zh: '乌龙', seconds: 180, celsius: 95, colour: '#c9782b' },
  { id: 'black', en: 'Black', zh: '红茶', seconds: 210, celsius: 98, colour: '#a3402a' },
  { id: 'puer', en: 'Pu’er', zh: '普洱', seconds: 60, celsius: 100, colour: '#6b3a24' },
  { id: 'herbal', en: 'Herbal', zh: '花草茶', seconds: 300, celsius: 100, colour: '#a85a7c' },
]

module.exports = teas.map(({ en, zh, ...tea }) => ({ ...tea, name: isChinese ? zh : en }))
