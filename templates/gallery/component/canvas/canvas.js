const { say } = require('../../say')

const t = say({
  en: {
    lead: 'A canvas to draw on, with the same 2D context as the web. Paint with a finger.',
    paint: 'Paint',
    clear: 'Clear',
    save: 'Save it',
    saved: 'Picture',
  },
  zh: {
    lead: '与 Web 相同的 2D 画布，用手指作画吧。',
    paint: '画画',
    clear: '清空',
    save: '保存图片',
    saved: '图片',
  },
})

Page({
  data: {
    t,
    colours: ['#0f8b6d', '#f2994a', '#3b6fd1', '#c0392b', '#7d8597'],
    colour: '#0f8b6d',
    picture: '',
  },

  onReady() {
    wx.createSelectorQuery()
      .select('#paper')
      .fields({ node: true, size: true })
      .exec(([{ node, width, height }]) => {
        const { pixelRatio } = wx.getWindowInfo()
        node.width = width * pixelRatio
        node.height = height * pixelRatio
        this.canvas = node
        this.context = node.getContext('2d')
        this.context.scale(pixelRatio, pixelRatio)
        this.size = { width, height }
        this.drawWaves()
      })
  },

  drawWaves() {
    const { context, size } = this
    context.clearRect(0, 0, size.width, size.height)
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.lineWidth = 3
    ;['#9fd3c7', '#6bb8a5', '#0f8b6d'].forEach((colour, line) => {
      context.strokeStyle = colour
      context.beginPath()
      for (let x = 0; x <= size.width; x += 4) {
        context.lineTo(x, size.height - 60 + line * 18 + Math.sin(x / 22 + line) * 7)
      }
      context.stroke()
    })
  },

  setColour(event) {
    this.setData({ colour: event.currentTarget.dataset.value })
  },

  start(event) {
    const { x, y } = event.touches[0]
    this.last = { x, y }
  },

  move(event) {
    if (!this.context) return
    const { x, y } = event.touches[0]
    this.context.strokeStyle = this.data.colour
    this.context.lineWidth = 6
    this.context.beginPath()
    this.context.moveTo(this.last.x, this.last.y)
    this.context.lineTo(x, y)
    this.context.stroke()
    this.last = { x, y }
  },

  keep() {
    wx.canvasToTempFilePath({ canvas: this.canvas }).then(({ tempFilePath }) =>
      this.setData({ picture: tempFilePath }),
    )
  },
})
