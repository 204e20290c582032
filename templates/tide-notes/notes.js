const texts = require('./texts')

/** Notes of this user on this device, the latest first: `{ id, text, changedAt }`. */
const KEY = 'notes'

function readNotes() {
  const notes = wx.getStorageSync(KEY)
  if (Array.isArray(notes)) return notes
  const welcome = [{ id: 'welcome', text: texts.first, changedAt: Date.now() }]
  wx.setStorageSync(KEY, welcome)
  return welcome
}

function findNote(id) {
  return readNotes().find((note) => note.id === id)
}

/** Writes a note to the top; one without words goes away. */
function writeNote(id, text) {
  const others = readNotes().filter((note) => note.id !== id)
  const isEmpty = text.trim() === ''
  wx.setStorageSync(KEY, isEmpty ? others : [{ id, text, changedAt: Date.now() }, ...others])
}

function removeNote(id) {
  wx.setStorageSync(
    KEY,
    readNotes().filter((note) => note.id !== id),
  )
}

function newNoteId() {
  return `${Date.now()}-${Math.floor(Math.random() * 1e6)}`
}

module.exports = { readNotes, findNote, writeNote, removeNote, newNoteId }
