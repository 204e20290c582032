const { readNotes, removeNote, newNoteId } = require('../../notes')
const texts = require('../../texts')

function describe({ id, text, changedAt }) {
  const [title, ...rest] = text.trim().split('\n')
  const date = new Date(changedAt)
  const isToday = date.toDateString() === new Date().toDateString()
  const two = (number) => String(number).padStart(2, '0')
  return {
    id,
    title: title || texts.untitled,
    text: rest.join(' '),
    date: isToday
      ? `${two(date.getHours())}:${two(date.getMinutes())}`
      : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  }
}

Page({
  data: {
    texts,
    query: '',
    notes: [],
    total: 0,
  },

  onLoad() {
    wx.setNavigationBarTitle({ title: texts.title })
  },

  onShow() {
    this.show()
  },

  show() {
    const query = this.data.query.trim().toLowerCase()
    const notes = readNotes()
    this.setData({
      total: notes.length,
      notes: notes.filter(({ text }) => text.toLowerCase().includes(query)).map(describe),
    })
  },

  search(event) {
    this.setData({ query: event.detail.value })
    this.show()
  },

  open(event) {
    wx.navigateTo({ url: `/pages/note/note?id=${event.currentTarget.dataset.id}` })
  },

  add() {
    wx.navigateTo({ url: `/pages/note/note?id=${newNoteId()}` })
  },

  remove(event) {
    removeNote(event.currentTarget.dataset.id)
    wx.vibrateShort({ type: 'light' })
    wx.showToast({ title: texts.undo, icon: 'none' })
    this.show()
  },
})
