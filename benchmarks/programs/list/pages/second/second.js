Page({
  data: { rows: [] },
  onLoad() {
    this.setData({ rows: Array.from({ length: 30 }, (_, id) => ({ id, text: `row ${id}` })) })
  },
})
