import type { TextTable } from '../../interface/texts'

export const addressBookTexts = {
  'addressBook.chooseAddress': { en: 'Delivery address', zh_CN: '收货地址' },
  'addressBook.chooseInvoiceTitle': { en: 'Invoice title', zh_CN: '发票抬头' },
  'addressBook.chooseLicensePlate': { en: 'License plate', zh_CN: '车牌号' },
  'addressBook.new': { en: 'New …', zh_CN: '新增…' },
  'addressBook.userName': { en: 'Name', zh_CN: '收货人' },
  'addressBook.telNumber': { en: 'Phone', zh_CN: '手机号码' },
  'addressBook.provinceName': { en: 'Province', zh_CN: '省份' },
  'addressBook.cityName': { en: 'City', zh_CN: '城市' },
  'addressBook.countyName': { en: 'District', zh_CN: '区县' },
  'addressBook.detailInfo': { en: 'Address', zh_CN: '详细地址' },
  'addressBook.postalCode': { en: 'Postal code', zh_CN: '邮政编码' },
  'addressBook.title': { en: 'Title', zh_CN: '抬头名称' },
  'addressBook.taxNumber': { en: 'Tax number', zh_CN: '税号' },
  'addressBook.companyAddress': { en: 'Address', zh_CN: '单位地址' },
  'addressBook.telephone': { en: 'Phone', zh_CN: '电话号码' },
  'addressBook.bankName': { en: 'Bank', zh_CN: '开户银行' },
  'addressBook.bankAccount': { en: 'Account', zh_CN: '银行账户' },
  'addressBook.plateNumber': { en: 'Plate', zh_CN: '车牌号' },
} as const satisfies TextTable
