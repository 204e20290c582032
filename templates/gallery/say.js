/** Picks the table of the language that the app around us speaks. */
function say(tables) {
  return wx.getAppBaseInfo().language.startsWith('zh') ? tables.zh : tables.en
}

module.exports = { say }
