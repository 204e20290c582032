const { drawRing } = require('../../draw-ring')
const teas = require('../../teas')
const texts = require('../../texts')

const SHORTEST_SECONDS = 15
const LONGEST_SECONDS = 900
const STEP_SECONDS = 15

function formatTime(seconds) {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function today() {
  return new Date().toDateString()
}

Page({
  data: {
    texts,
    teas,
    top: 0,
    tea: teas[0],
    seconds: teas[0].seconds,
    time: formatTime(teas[0].seconds),
    /** idle, running, paused or done */
    state: 'idle',
    cups: 0,
  },

  onLoad() {
    wx.setNavigationBarTitle({ title: texts.title })
    const { bottom } = wx.getMenuButtonBoundingClientRect()
    const cups = wx.getStorageSync('cups')
    const tea = teas.find(({ id }) => id === wx.getStorageSync('tea')) || teas[0]
    this.setData({ top: bottom + 8, cups: cups && cups.day === today() ? cups.count : 0 })
    this.choose(tea)
    this.onTheme = () => this.draw()
    wx.onThemeChange(this.onTheme)
  },

  onReady() {
    wx.createSelectorQuery()
      .select('#ring')
      .fields({ node: true, size: true })
      .exec(([{ node, width }]) => {
        const { pixelRatio } = wx.getWindowInfo()
        node.width = width * pixelRatio
        node.height = width * pixelRatio
        this.size = width
        this.context = node.getContext('2d')
        this.context.scale(pixelRatio, pixelRatio)
        this.draw()
      })
  },

  onShow() {
    if (this.data.state === 'running') this.tick()
  },

  onUnload() {
    clearTimeout(this.timer)
    wx.offThemeChange(this.onTheme)
  },

  chooseTea(event) {
    const tea = teas.find(({ id }) => id === event.currentTarget.dataset.id)
    wx.setStorage({ key: 'tea', data: tea.id })
    this.choose(tea)
  },

  choose(tea) {
    this.setData({ tea, seconds: tea.seconds })
    this.reset()
  },

  change(event) {
    const wanted = this.data.seconds + Number(event.currentTarget.dataset.steps) * STEP_SECONDS
    this.setData({ seconds: Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, wanted)) })
    this.reset()
  },

  toggle() {
    const { state } = this.data
    if (state === 'running') return this.pause()
    if (state === 'done') return this.reset()
    wx.vibrateShort({ type: 'light' })
    wx.setKeepScreenOn({ keepScreenOn: true })
    // Counted from the clock: a page in the background ticks late.
    this.endsAt = Date.now() + this.left * 1000
    this.setData({ state: 'running' })
    this.tick()
  },

  pause() {
    clearTimeout(this.timer)
    this.left = Math.max(0, (this.endsAt - Date.now()) / 1000)
    this.setData({ state: 'paused' })
  },

  reset() {
    clearTimeout(this.timer)
    wx.setKeepScreenOn({ keepScreenOn: false })
    this.left = this.data.seconds
    this.setData({ state: 'idle' })
    this.show()
  },

  tick() {
    clearTimeout(this.timer)
    this.left = Math.max(0, (this.endsAt - Date.now()) / 1000)
    this.show()
    if (this.left === 0) this.finish()
    else this.timer = setTimeout(() => this.tick(), 100)
  },

  finish() {
    const cups = this.data.cups + 1
    wx.setStorage({ key: 'cups', data: { day: today(), count: cups } })
    wx.setKeepScreenOn({ keepScreenOn: false })
    wx.vibrateLong()
    this.setData({ state: 'done', cups })
    wx.showModal({
      title: texts.ready,
      content: this.data.tea.name,
      showCancel: false,
      confirmText: texts.enjoy,
    })
  },

  show() {
    const time = formatTime(this.left)
    if (time !== this.data.time) this.setData({ time })
    this.draw()
  },

  draw() {
    if (!this.context) return
    const isDark = wx.getAppBaseInfo().theme === 'dark'
    drawRing(this.context, this.size, {
      left: this.left / this.data.seconds,
      colour: this.data.tea.colour,
      track: isDark ? '#3b3025' : '#ecdcc6',
    })
  },

  onShareAppMessage() {
    return { title: `${texts.title} · ${this.data.tea.name}` }
  },
})
