import type { TextTable } from '../../interface/texts'

export const locationTexts = {
  'location.choose': { en: 'Choose a place', zh_CN: '选择位置' },
  'location.place': { en: 'Place', zh_CN: '位置' },
  'location.name': { en: 'Name', zh_CN: '名称' },
  'location.address': { en: 'Address', zh_CN: '地址' },
} as const satisfies TextTable
