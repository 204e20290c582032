import { findProvince } from './provinces'

/** Number of an entity: `粤ICP备12345678号`. `serial` counts within the year and the province. */
export function entityFilingNumber(provinceCode: string, year: number, serial: number): string {
  const province = findProvince(provinceCode)
  if (!province) throw new RangeError(`no province ${provinceCode}`)
  return `${province.sign}ICP备${year}${String(serial).padStart(6, '0')}号`
}

/** Number of an entity's nth mini program: `粤ICP备2026000001号-3X`. */
export function programFilingNumber(entityNumber: string, ordinal: number): string {
  return `${entityNumber}-${ordinal}X`
}

/** A number that was given elsewhere: that of the entity, and of its nth mini program. */
export const PROGRAM_NUMBER = /^(\p{Script=Han}(?:ICP备\d{4,12}号|B2-\d{8}))-(\d{1,6})X$/u
