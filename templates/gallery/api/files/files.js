const { say } = require('../../say')

const t = say({
  en: {
    lead: 'A folder of your own: write, append, read and list files. Nothing leaves the device.',
    logbook: 'Logbook',
    line: 'What happened today?',
    append: 'Add a line',
    read: 'Read',
    remove: 'Throw away',
    content: 'Content',
    list: 'Files',
    empty: '(no file yet)',
  },
  zh: {
    lead: '属于本程序的文件夹：写入、追加、读取、列出，数据不离开本机。',
    logbook: '航海日志',
    line: '今天发生了什么？',
    append: '添加一行',
    read: '读取',
    remove: '删除',
    content: '内容',
    list: '文件',
    empty: '（还没有文件）',
  },
})

Page({
  data: {
    t,
    line: '',
    content: '',
    files: [],
  },

  onLoad() {
    this.manager = wx.getFileSystemManager()
    this.path = `${wx.env.USER_DATA_PATH}/logbook.txt`
    this.refresh()
  },

  setLine(event) {
    this.setData({ line: event.detail.value })
  },

  append() {
    const line = `${new Date().toTimeString().slice(0, 5)} ${this.data.line}\n`
    try {
      this.manager.accessSync(this.path)
      this.manager.appendFileSync(this.path, line, 'utf8')
    } catch {
      this.manager.writeFileSync(this.path, line, 'utf8')
    }
    this.setData({ line: '' })
    this.refresh()
  },

  remove() {
    this.manager.unlink({ filePath: this.path, complete: () => this.refresh() })
  },

  refresh() {
    const files = this.manager.readdirSync(wx.env.USER_DATA_PATH)
    let content = ''
    if (files.includes('logbook.txt')) content = this.manager.readFileSync(this.path, 'utf8')
    this.setData({ files, content })
  },
})
