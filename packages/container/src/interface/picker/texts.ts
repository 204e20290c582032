import type { TextTable } from '../texts'

export const pickerTexts = {
  'picker.year': { en: 'Year', zh_CN: '年' },
  'picker.month': { en: 'Month', zh_CN: '月' },
  'picker.day': { en: 'Day', zh_CN: '日' },
  'picker.hour': { en: 'Hour', zh_CN: '时' },
  'picker.minute': { en: 'Minute', zh_CN: '分' },
  'picker.column': { en: 'Column {number}', zh_CN: '第 {number} 列' },
} as const satisfies TextTable
