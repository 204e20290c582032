const WORDS = ['river', 'jade', 'lantern', 'paper', 'tide', 'harbour', 'oar', 'awning', 'ferry', 'reed']
let nextId = 1

function makeRows(count) {
  return Array.from({ length: count }, () => {
    const id = nextId++
    return { id, label: `${WORDS[id % 10]} ${WORDS[(id * 7) % 10]} ${id}` }
  })
}

Page({
  data: {
    operations: [
      'create',
      'update',
      'updatePath',
      'swap',
      'remove',
      'append',
      'replace',
      'selectOne',
      'clear',
    ],
    rows: [],
    selected: 0,
    done: 0,
  },
  apply(data) {
    this.setData({ ...data, done: this.data.done + 1 })
  },
  create() {
    this.apply({ rows: makeRows(1000) })
  },
  replace() {
    this.apply({ rows: makeRows(1000) })
  },
  append() {
    this.apply({ rows: this.data.rows.concat(makeRows(1000)) })
  },
  update() {
    const rows = this.data.rows.slice()
    for (let i = 0; i < rows.length; i += 10) rows[i] = { ...rows[i], label: `${rows[i].label} !` }
    this.apply({ rows })
  },
  updatePath() {
    const data = {}
    for (let i = 0; i < this.data.rows.length; i += 10)
      data[`rows[${i}].label`] = `${this.data.rows[i].label} !`
    this.apply(data)
  },
  swap() {
    const rows = this.data.rows.slice()
    ;[rows[1], rows[998]] = [rows[998], rows[1]]
    this.apply({ rows })
  },
  remove() {
    this.apply({ rows: this.data.rows.filter((_, index) => index !== 3) })
  },
  selectOne() {
    this.apply({ selected: this.data.rows[5].id })
  },
  clear() {
    this.apply({ rows: [] })
  },
  select(event) {
    this.apply({ selected: event.currentTarget.dataset.id })
  },
})
