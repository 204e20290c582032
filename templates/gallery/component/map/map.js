const { say } = require('../../say')

const t = say({
  en: {
    lead: 'A map with markers, lines and areas. Which tiles it shows is up to whoever runs the server.',
    harbour: 'Aberdeen harbour',
    tap: 'Tap a marker or the water',
    scale: 'Zoom',
    call: 'Typhoon shelter',
    nothing: 'nothing tapped yet',
  },
  zh: {
    lead: '可以放标记、折线和区域的地图。底图由服务的运营者决定。',
    harbour: '香港仔避风塘',
    tap: '点标记或水面',
    scale: '缩放',
    call: '避风塘',
    nothing: '还没有点',
  },
})

Page({
  data: {
    t,
    scale: 15,
    latitude: 22.2475,
    longitude: 114.1555,
    tapped: '',
    markers: [
      {
        id: 1,
        latitude: 22.2475,
        longitude: 114.1555,
        width: 30,
        height: 30,
        callout: { content: t.call, display: 'ALWAYS', padding: 6, borderRadius: 8 },
      },
    ],
    lines: [
      {
        points: [
          { latitude: 22.2475, longitude: 114.1555 },
          { latitude: 22.245, longitude: 114.152 },
          { latitude: 22.2435, longitude: 114.157 },
        ],
        color: '#0f8b6d',
        width: 4,
      },
    ],
  },

  setScale(event) {
    this.setData({ scale: event.detail.value })
  },

  noteMarker(event) {
    this.setData({ tapped: `marker ${event.detail.markerId}` })
  },

  notePlace(event) {
    const { latitude, longitude } = event.detail
    this.setData({ tapped: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` })
  },
})
