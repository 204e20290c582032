function twoDigits(number) {
  return String(number).padStart(2, '0')
}

/** 2026-11-23 09:05:00 */
function formatTime(date) {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')
  return `${day} ${time}`
}

module.exports = { formatTime }
