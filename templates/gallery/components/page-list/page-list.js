Component({
  properties: {
    pages: Array,
  },

  methods: {
    open(event) {
      wx.navigateTo({ url: event.currentTarget.dataset.url })
    },
  },
})
