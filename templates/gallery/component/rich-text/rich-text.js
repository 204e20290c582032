const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Shows formatted text from a string of HTML or from nodes. Scripts and unknown tags are left out.',
    html: 'From HTML',
    nodes: 'From nodes',
    write: 'Write some HTML',
    sample:
      '<h3>On the river</h3><p>A <b>sampan</b> is a <span style="color:#0f8b6d">flat-bottomed</span> boat.</p><ul><li>light</li><li>calm</li></ul>',
  },
  zh: {
    lead: '用 HTML 字符串或节点数组显示富文本，脚本与未知标签会被忽略。',
    html: 'HTML 字符串',
    nodes: '节点数组',
    write: '写点 HTML',
    sample:
      '<h3>江上</h3><p><b>舢板</b>是一种<span style="color:#0f8b6d">平底</span>小船。</p><ul><li>轻巧</li><li>安静</li></ul>',
  },
})

Page({
  data: {
    t,
    html: t.sample,
    nodes: [
      {
        name: 'div',
        attrs: { style: 'color: #0f8b6d; font-weight: 600' },
        children: [{ type: 'text', text: 'Sampan · 舢板' }],
      },
    ],
  },

  write(event) {
    this.setData({ html: event.detail.value })
  },
})
