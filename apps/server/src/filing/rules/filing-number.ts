/** Sign of each province, municipality and region in filing numbers, by the first two digits of its code (GB/T 2260). */
const PROVINCE_SIGNS: Record<string, string> = {
  11: '京',
  12: '津',
  13: '冀',
  14: '晋',
  15: '蒙',
  21: '辽',
  22: '吉',
  23: '黑',
  31: '沪',
  32: '苏',
  33: '浙',
  34: '皖',
  35: '闽',
  36: '赣',
  37: '鲁',
  41: '豫',
  42: '鄂',
  43: '湘',
  44: '粤',
  45: '桂',
  46: '琼',
  50: '渝',
  51: '川',
  52: '贵',
  53: '云',
  54: '藏',
  61: '陕',
  62: '甘',
  63: '青',
  64: '宁',
  65: '新',
}

/** Number of an entity: `粤ICP备12345678号`. `serial` counts within the year and the province. */
export function entityFilingNumber(provinceCode: string, year: number, serial: number): string {
  const sign = PROVINCE_SIGNS[provinceCode.slice(0, 2)]
  if (!sign) throw new RangeError(`no province ${provinceCode}`)
  return `${sign}ICP备${year}${String(serial).padStart(6, '0')}号`
}

/** Number of an entity's nth mini program: `粤ICP备2026000001号-3X`. */
export function programFilingNumber(entityNumber: string, ordinal: number): string {
  return `${entityNumber}-${ordinal}X`
}
