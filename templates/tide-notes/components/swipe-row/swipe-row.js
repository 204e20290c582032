/** A row that slides aside under a finger and shows what is behind it. The finger's work is done in WXS. */
Component({
  properties: {
    label: String,
  },

  methods: {
    act() {
      this.triggerEvent('act')
    },

    open() {
      this.triggerEvent('open')
    },
  },
})
