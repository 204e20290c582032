/**
 * Words in names. A selection of those that the platform’s guides and rejections name; an operator sets others.
 * https://developers.weixin.qq.com/miniprogram/product/reject.html (1.2.1),
 * https://developers.weixin.qq.com/miniprogram/product/record/record_guidelines.html (names that are held back)
 */
export interface NameWords {
  /** Nobody is called by one of these alone. */
  generic: readonly string[]
  /** In no name. */
  forbidden: readonly string[]
  /** In no name of an individual. */
  forbiddenToIndividuals: readonly string[]
  /** Whoever has them in a name shows that they may. */
  provenByPapers: readonly string[]
}

export const NAME_WORDS: NameWords = {
  generic: [
    ...['邮箱', '日历', '天气', '计算器', '相机', '地图', '音乐', '新闻', '商城', '购物', '游戏', '工具'],
    ...['记事本', '闹钟', '时钟', '视频', '小说', '测试', '外卖', '打车', '快递', '翻译', '健康', '学习'],
    ...['mail', 'email', 'calendar', 'weather', 'calculator', 'camera', 'maps', 'music', 'news', 'shop'],
    ...['shopping', 'game', 'games', 'tool', 'tools', 'notes', 'clock', 'alarm', 'video', 'test', 'demo'],
  ],
  forbidden: ['小程序', 'mini program', 'miniprogram', '舢板', 'sampan', '超级应用', '系统通知', '管理员'],
  forbiddenToIndividuals: [
    '公司',
    '集团',
    '商城',
    '贸易',
    '企业',
    'company',
    'corporation',
    'group',
    'ltd',
    'inc',
  ],
  provenByPapers: [
    ...[
      '中国',
      '中华',
      '全国',
      '国家',
      '人民',
      '政府',
      '公安',
      '法院',
      '检察',
      '税务',
      '银行',
      '保险',
      '证券',
    ],
    ...['基金', '金融', '医院', '药房', '大学', '教育', '新闻社', '日报', '宗教', '官方', '微信', '腾讯'],
    ...['china', 'chinese', 'national', 'government', 'police', 'court', 'bank', 'insurance', 'securities'],
    ...['finance', 'hospital', 'pharmacy', 'university', 'official', 'wechat', 'tencent'],
  ],
}

/** Latin words are words, Chinese ones are found anywhere. */
export function findWords(name: string, words: readonly string[]): string[] {
  const text = name.normalize('NFKC').toLowerCase()
  const squeezed = text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const padded = ` ${squeezed} `
  const joined = squeezed.replaceAll(' ', '')
  return words.filter((word) =>
    /^[a-z ]+$/.test(word) ? padded.includes(` ${word} `) : joined.includes(word),
  )
}
