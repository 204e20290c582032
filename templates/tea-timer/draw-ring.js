/** Draws how much time is left: a ring that runs empty, with a drop at its end. */
function drawRing(context, size, { left, colour, track }) {
  const middle = size / 2
  const radius = middle - 16
  const top = -Math.PI / 2
  const end = top + Math.PI * 2 * left

  context.clearRect(0, 0, size, size)
  context.lineCap = 'round'
  context.lineWidth = 14
  context.strokeStyle = track
  context.beginPath()
  context.arc(middle, middle, radius, 0, Math.PI * 2)
  context.stroke()
  if (left <= 0) return

  context.strokeStyle = colour
  context.beginPath()
  context.arc(middle, middle, radius, top, end)
  context.stroke()
  context.fillStyle = '#ffffff'
  context.beginPath()
  context.arc(middle + radius * Math.cos(end), middle + radius * Math.sin(end), 4, 0, Math.PI * 2)
  context.fill()
}

module.exports = { drawRing }
