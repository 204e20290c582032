const LONGEST_LINE = 40

/** Shows a value as the program sees it: texts as they are, everything else as JSON. */
Component({
  properties: {
    label: String,
    value: null,
  },

  data: { shown: '' },

  observers: {
    value(value) {
      if (typeof value === 'string') return this.setData({ shown: value })
      const line = JSON.stringify(value)
      this.setData({ shown: line.length > LONGEST_LINE ? JSON.stringify(value, null, 2) : line })
    },
  },
})
