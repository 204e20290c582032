import type { LocalizedText } from '@sampan/platform-api'

/** https://developers.weixin.qq.com/miniprogram/product/record/record_material.html */
export interface ProvinceRules {
  /** First two digits of its code (GB/T 2260). */
  code: string
  label: LocalizedText
  /** Its sign in filing numbers. */
  sign: string
  /** Whether the entity's principal may be another than its legal person. */
  otherPrincipal: 'no' | 'with-letter' | 'without-letter'
  /** Asked if the program's principal is not the legal person. */
  asksProgramLetter: boolean
  /** Asked of individuals from elsewhere. */
  asksResidencePermit: boolean
  /** A signed paper; elsewhere the commitment is accepted with a click. */
  asksCommitmentLetter: boolean
  /** How long certificates have to be valid. */
  monthsLeft: number
  /** Further letters, see `PROVINCE_LETTERS`. */
  letters: readonly ProvinceLetter[]
}

export type ProvinceLetter =
  'noTutoringLetter' | 'noFinanceLetter' | 'ecommerceLetter' | 'educationLetter' | 'manyProgramsStatement'

export const PROVINCE_LETTERS: Record<ProvinceLetter, LocalizedText> = {
  noTutoringLetter: { en: 'Letter: no tutoring of school subjects', zh: '不涉及学科类培训承诺书' },
  noFinanceLetter: { en: 'Letter: no financial business', zh: '不涉及金融业务承诺书' },
  ecommerceLetter: { en: 'Letter on e-commerce', zh: '电子商务情况说明' },
  educationLetter: { en: 'Letter on education', zh: '教育培训情况说明' },
  manyProgramsStatement: {
    en: 'Why more than five mini programs are needed',
    zh: '超过五个小程序的情况说明',
  },
}

/** Whoever has more than this many programs explains it where `manyProgramsStatement` is asked. */
export const MANY_PROGRAMS = 5

function province(
  code: string,
  sign: string,
  en: string,
  zh: string,
  special: Partial<ProvinceRules> = {},
): ProvinceRules {
  return {
    code,
    sign,
    label: { en, zh },
    otherPrincipal: 'no',
    asksProgramLetter: false,
    asksResidencePermit: false,
    asksCommitmentLetter: false,
    monthsLeft: 3,
    letters: [],
    ...special,
  }
}

export const PROVINCES: readonly ProvinceRules[] = [
  province('11', '京', 'Beijing', '北京', {
    otherPrincipal: 'without-letter',
    letters: ['noTutoringLetter', 'noFinanceLetter'],
  }),
  province('12', '津', 'Tianjin', '天津', { asksProgramLetter: true }),
  province('13', '冀', 'Hebei', '河北'),
  province('14', '晋', 'Shanxi', '山西'),
  province('15', '蒙', 'Inner Mongolia', '内蒙古'),
  province('21', '辽', 'Liaoning', '辽宁'),
  province('22', '吉', 'Jilin', '吉林', { otherPrincipal: 'with-letter', asksResidencePermit: true }),
  province('23', '黑', 'Heilongjiang', '黑龙江', { asksProgramLetter: true }),
  province('31', '沪', 'Shanghai', '上海', { asksResidencePermit: true }),
  province('32', '苏', 'Jiangsu', '江苏', {
    otherPrincipal: 'with-letter',
    asksProgramLetter: true,
    asksResidencePermit: true,
  }),
  province('33', '浙', 'Zhejiang', '浙江', { asksResidencePermit: true }),
  province('34', '皖', 'Anhui', '安徽', {
    otherPrincipal: 'with-letter',
    asksProgramLetter: true,
    asksResidencePermit: true,
  }),
  province('35', '闽', 'Fujian', '福建', { asksProgramLetter: true }),
  province('36', '赣', 'Jiangxi', '江西'),
  province('37', '鲁', 'Shandong', '山东', { asksResidencePermit: true }),
  province('41', '豫', 'Henan', '河南'),
  province('42', '鄂', 'Hubei', '湖北', {
    asksProgramLetter: true,
    asksResidencePermit: true,
    letters: ['ecommerceLetter', 'educationLetter', 'noFinanceLetter'],
  }),
  province('43', '湘', 'Hunan', '湖南', { asksProgramLetter: true }),
  province('44', '粤', 'Guangdong', '广东', { asksResidencePermit: true, asksCommitmentLetter: true }),
  province('45', '桂', 'Guangxi', '广西'),
  province('46', '琼', 'Hainan', '海南', { otherPrincipal: 'without-letter' }),
  province('50', '渝', 'Chongqing', '重庆', {
    asksProgramLetter: true,
    letters: ['manyProgramsStatement'],
  }),
  province('51', '川', 'Sichuan', '四川', { asksProgramLetter: true, asksResidencePermit: true }),
  province('52', '贵', 'Guizhou', '贵州', { asksProgramLetter: true, asksResidencePermit: true }),
  province('53', '云', 'Yunnan', '云南', { asksResidencePermit: true }),
  province('54', '藏', 'Tibet', '西藏'),
  province('61', '陕', 'Shaanxi', '陕西', { asksProgramLetter: true }),
  province('62', '甘', 'Gansu', '甘肃', { otherPrincipal: 'with-letter' }),
  province('63', '青', 'Qinghai', '青海', { asksProgramLetter: true }),
  province('64', '宁', 'Ningxia', '宁夏', { asksProgramLetter: true, monthsLeft: 6 }),
  province('65', '新', 'Xinjiang', '新疆', { asksCommitmentLetter: true }),
]

/** Of a code of the province or of a place in it. */
export function findProvince(code: string): ProvinceRules | undefined {
  return PROVINCES.find((each) => each.code === code.slice(0, 2))
}
