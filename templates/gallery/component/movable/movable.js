const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Something to drag inside an area, and to pinch. It stays inside and comes to rest by itself.',
    drag: 'Drag the boat',
    zoom: 'Pinch to zoom',
    place: 'Place',
    home: 'Back to harbour',
  },
  zh: {
    lead: '可在区域内拖动、缩放的视图，不会越界，会自然停下。',
    drag: '拖动小船',
    zoom: '双指缩放',
    place: '位置',
    home: '回港',
  },
})

Page({
  data: {
    t,
    x: 20,
    y: 20,
    place: '20, 20',
  },

  note(event) {
    const { x, y } = event.detail
    this.setData({ place: `${Math.round(x)}, ${Math.round(y)}` })
  },

  goHome() {
    this.setData({ x: 20, y: 20 })
  },
})
