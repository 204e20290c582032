/** Shows a value as the program sees it: texts as they are, everything else as JSON. */
Component({
  properties: {
    label: String,
    value: null,
  },

  data: { shown: '' },

  observers: {
    value(value) {
      this.setData({ shown: typeof value === 'string' ? value : JSON.stringify(value, null, 1) })
    },
  },
})
