import type { Category, CategoryGroup, EntityKindCode, PaperRule } from '@sampan/platform-api'
import { PAPERS } from './papers'

/** A category with who may choose it: organisations all, individuals and overseas entities some. */
export interface CategoryRule extends Category {
  isForIndividuals: boolean
  isForOverseas: boolean
}

export interface CategoryGroupRule extends CategoryGroup {
  categories: CategoryRule[]
}

/**
 * The 24 first-level categories with a selection of the second level: the most chosen of some 390, and those whose papers
 * other rules lean on. An operator adds rows.
 * https://developers.weixin.qq.com/miniprogram/product/material.html
 */
export const CATEGORY_GROUPS: CategoryGroupRule[] = [
  group('courier', 'Courier and post', '快递业与邮政', [
    row('shipping', 'Sending and receiving', '寄件/收件', 'everybody', []),
    row('logistics', 'Courier and logistics', '快递、物流', 'organisations', [['express']]),
    row('storage', 'Storage', '仓储', 'overseas', []),
    row('loading', 'Loading and moving', '装卸搬运', 'individuals', []),
    row('freight', 'Freight', '货物运输', 'organisations', [['roadTransport']]),
  ]),
  group('education', 'Education', '教育', [
    row('training', 'Training institutions', '培训机构', 'individuals', [
      ['schoolPermit'],
      ['businessLicence'],
    ]),
    row('school', 'Schools', '学历教育（学校）', 'organisations', [['publicSchool'], ['schoolPermit']]),
    row('online-courses', 'Online video courses', '在线视频课程', 'organisations', [
      ['audiovisual'],
      ['broadcastProduction'],
    ]),
    row('driving-school', 'Driving schools', '驾校培训', 'individuals', [['roadTransport']]),
    row('education-information', 'Education information', '教育信息服务', 'everybody', []),
    row('study-abroad', 'Studying abroad', '出国留学', 'overseas', [['businessLicence']]),
  ]),
  group('medical', 'Medical', '医疗服务', [
    row('clinic', 'Hospitals and clinics', '医疗机构', 'organisations', [['medicalPractice']]),
    row('appointment', 'Appointments and reports', '就医服务', 'organisations', [['medicalPractice']]),
    row('pharmacy', 'Drugs', '药品（非处方药）销售', 'organisations', [['drugTrade', 'drugInformation']]),
    row('device', 'Medical devices', '医疗器械自营', 'organisations', [['deviceTrade']]),
    row('health-information', 'Health advice', '健康咨询', 'overseas', []),
  ]),
  group('government', 'Government and public life', '政务民生', [
    row('affairs', 'Government affairs', '政务服务', 'organisations', [
      ['creditCode'],
      ['governmentLetter', 'businessLicence'],
    ]),
    row('police', 'Police and courts', '公安、法院', 'organisations', [['creditCode']]),
    row('charity', 'Charity', '公益慈善', 'organisations', [['charity']]),
  ]),
  group('finance', 'Finance', '金融业', [
    row('bank', 'Banks', '银行', 'organisations', [['bankPermit']]),
    row('insurance', 'Insurance', '保险', 'organisations', [['insurancePermit']]),
    row('securities', 'Securities and futures', '证券/期货', 'organisations', [['securitiesPermit']]),
    row('payment', 'Payment', '非金融机构支付', 'organisations', [['paymentPermit']]),
  ]),
  group('transport', 'Transport', '出行与交通', [
    row('ride-hailing', 'Ride-hailing', '网约车', 'organisations', [['rideHailing'], ['rideHailingPartner']]),
    row('public-transport', 'Buses and underground', '公交/地铁', 'overseas', [['cityTransit']]),
    row('parking', 'Parking', '停车', 'everybody', []),
    row('car-rental', 'Car rental', '租车', 'overseas', [['businessLicence']]),
    row('bicycle', 'Shared bicycles', '共享交通工具', 'organisations', [['businessLicence']]),
    row('flights', 'Flights and trains', '航空/铁路', 'overseas', [['businessLicence']]),
    row('navigation', 'Maps and navigation', '地图/导航', 'organisations', [['surveying']]),
  ]),
  group('estate', 'Property', '房地产服务', [
    row('sales', 'Property sales', '房地产营销', 'organisations', [['estateDeveloper']]),
    row('agency', 'Agencies and letting', '房产中介/租赁', 'organisations', [['estateAgency']]),
    row('property-management', 'Property management', '物业管理', 'individuals', [['businessLicence']]),
    row('decoration', 'Decoration and building materials', '装修/建材', 'everybody', []),
  ]),
  group('life', 'Daily life', '生活服务', [
    row('beauty', 'Beauty', '丽人', 'everybody', []),
    row('housekeeping', 'Housekeeping', '家政', 'individuals', []),
    row('laundry', 'Laundry and repair', '洗涤/维修', 'individuals', []),
    row('wedding', 'Weddings and photography', '婚庆/摄影', 'everybody', []),
    row('pets', 'Pets', '宠物（非医院类）', 'everybody', []),
    row('animal-clinic', 'Animal clinics', '宠物医院/兽医', 'organisations', [['animal']]),
    row('bills', 'Bills', '生活缴费', 'organisations', [['businessLicence']]),
    row('recruitment', 'Recruitment', '招聘', 'organisations', [['humanResources']]),
    row('second-hand', 'Second-hand and recycling', '旧物回收', 'individuals', []),
    row('fuel', 'Petrol stations and charging', '加油/充电桩', 'organisations', [
      ['gas'],
      ['businessLicence'],
    ]),
  ]),
  group('it', 'Information technology', 'IT科技', [
    row('software', 'Software services', '软件服务提供商', 'overseas', [['icp'], ['edi']]),
    row('hardware', 'Hardware and devices', '硬件与设备', 'overseas', []),
    row('telecom', 'Telecom agents', '电信业务代理商', 'organisations', [['telecomOperator']]),
    row('ai', 'AI generation (deep synthesis)', '深度合成', 'organisations', [['algorithm']]),
  ]),
  group('catering', 'Food and drink', '餐饮服务', [
    row('restaurant', 'Restaurants', '餐饮服务场所', 'overseas', [['food']]),
    row('recipes', 'Menus and recipes', '菜谱', 'everybody', []),
    row('queue', 'Queueing and booking', '排队/点餐', 'everybody', []),
    row('delivery', 'Delivery platforms', '外卖平台', 'organisations', [['edi', 'food']]),
  ]),
  group('travel', 'Travel', '旅游服务', [
    row('agency', 'Travel agencies', '旅行社', 'organisations', [['travelAgency']]),
    row('hotel', 'Hotels', '住宿服务', 'overseas', [['specialTrade'], ['businessLicence']]),
    row('tickets', 'Sights and tickets', '景区/门票', 'overseas', [['businessLicence']]),
    row('guide', 'Travel guides', '旅游攻略', 'everybody', []),
  ]),
  group('commerce', 'Shopping platforms', '电商平台', [
    row('marketplace', 'Marketplace', '电商平台', 'organisations', [['edi']]),
    row('community', 'Group buying', '社区电商', 'organisations', [['edi']]),
  ]),
  group('merchant', 'Own shop', '商家自营', [
    row('general', 'General goods', '百货', 'overseas', []),
    row('food', 'Food', '食品饮料', 'overseas', [['food']]),
    row('liquor', 'Liquor', '酒/盐', 'organisations', [['liquor']]),
    row('clothing', 'Clothes, shoes, bags', '服装/鞋/箱包', 'overseas', []),
    row('electronics', 'Electronics', '家电/数码/手机', 'overseas', []),
    row('cosmetics', 'Cosmetics', '美妆/洗护', 'overseas', []),
    row('books', 'Books and recordings', '图书报刊/音像', 'organisations', [['publication']]),
    row('flowers', 'Flowers and gardening', '园艺/鲜花', 'overseas', []),
    row('baby', 'Toys and baby goods', '玩具/母婴（不含食品）', 'overseas', []),
    row('farm', 'Fresh farm produce', '初级食用农产品', 'organisations', []),
  ]),
  group('business', 'Business services', '商业服务', [
    row('law', 'Lawyers', '律师', 'organisations', [['lawFirm']]),
    row('accounting', 'Accounting and tax', '会计、审计、财务服务', 'organisations', [['businessLicence']]),
    row('company', 'Companies: presentation and contact', '公司/企业管理', 'overseas', []),
    row('exhibition', 'Exhibitions and meetings', '会展服务', 'overseas', []),
    row('advertising', 'Advertising and design', '广告/设计', 'overseas', []),
    row('rental', 'Rental', '租赁', 'organisations', [['businessLicence']]),
  ]),
  group('public', 'Public utilities', '公共事业', [
    row('utilities', 'Water, power, gas', '水电煤服务', 'organisations', [['businessLicence']]),
  ]),
  group('social', 'Social', '社交', [
    row('community', 'Communities and forums', '社区/论坛', 'organisations', [['icp', 'security']]),
    row('dating', 'Dating', '婚恋', 'organisations', [['icp']]),
    row('notes', 'Notes shared with acquaintances', '笔记', 'organisations', [['security']]),
    row('live', 'Live streams', '直播', 'organisations', [['culture', 'audiovisual']]),
  ]),
  group('reading', 'Books and reading', '文娱·阅读', [
    row('books', 'Books and novels', '图书/网络文学', 'organisations', [['onlinePublishing']]),
    row('comics', 'Comics', '动漫', 'organisations', [['culture']]),
    row('news', 'News', '资讯（时政信息）', 'organisations', [['newsInformation']]),
    row('articles', 'Articles without politics', '资讯（非时政）', 'organisations', [['icp']]),
  ]),
  group('video', 'Video and music', '文娱·影音', [
    row('video', 'Video', '视频', 'organisations', [['audiovisual']]),
    row('short-drama', 'Short dramas', '微短剧', 'organisations', [['broadcastProduction', 'audiovisual']]),
    row('music', 'Music', '音乐', 'organisations', [['culture']]),
    row('radio', 'Radio and audiobooks', '电台/有声读物', 'organisations', [['audiovisual'], ['culture']]),
    row('performance', 'Performances and tickets', '演出票务', 'organisations', [['performance']]),
  ]),
  group('tools', 'Tools', '工具', [
    row('calendar', 'Calendars', '日历', 'everybody', []),
    row('weather', 'Weather', '天气', 'everybody', []),
    row('memo', 'Notes and lists', '备忘录', 'everybody', []),
    row('calculator', 'Calculators', '计算类', 'everybody', []),
    row('pictures', 'Pictures, sound, video', '图片/音频/视频', 'everybody', []),
    row('office', 'Office', '办公', 'everybody', []),
    row('lookup', 'Looking things up', '信息查询', 'everybody', []),
    row('booking', 'Booking and signing up', '预约/报名', 'everybody', []),
    row('translation', 'Translation', '翻译', 'everybody', []),
    row('fitness', 'Health records', '健康管理', 'everybody', []),
    row('input', 'Invoices and forms', '发票/表单', 'overseas', []),
  ]),
  group('games', 'Games', '游戏', [
    row('casual', 'Casual games', '休闲游戏', 'individuals', [
      ['gameApproval', 'softwareCopyright'],
      ['softwareCopyright'],
    ]),
    row('role-play', 'Role play and strategy', '角色/策略', 'organisations', [
      ['gameApproval', 'softwareCopyright'],
    ]),
  ]),
  group('sports', 'Sports', '体育', [
    row('venues', 'Venues', '体育场馆服务', 'overseas', []),
    row('events', 'Events', '体育赛事', 'overseas', [['businessLicence']]),
    row('training', 'Sports training', '体育培训', 'everybody', []),
    row('high-risk', 'Swimming, climbing, skiing, diving', '高危险性体育项目', 'organisations', [['sports']]),
  ]),
  group('cars', 'Cars', '汽车服务', [
    row('repair', 'Care and repair', '养车/修车', 'everybody', []),
    row('dealer', 'Dealers', '汽车经销商/4S店', 'organisations', [['businessLicence', 'carMaker']]),
    row('prices', 'Prices and comparison', '汽车报价/比价', 'overseas', []),
    row('used', 'Used cars', '二手车', 'organisations', [['businessLicence']]),
  ]),
  group('agriculture', 'Agriculture', '农林牧渔', [
    row('services', 'Agricultural services', '农业服务', 'individuals', []),
    row('seeds', 'Seeds and fertiliser', '种子/农资', 'organisations', [['businessLicence']]),
  ]),
  group('organisations', 'Organisations and media', '组织与媒体', [
    row('media', 'Media', '媒体', 'organisations', [['newsInformation'], ['creditCode']]),
    row('association', 'Associations', '社会团体', 'organisations', [['creditCode']]),
    row('museum', 'Museums and exhibitions', '博物馆/展览', 'overseas', []),
  ]),
]

type Who = 'organisations' | 'individuals' | 'overseas' | 'everybody'

/** `who` may choose it besides organisations. */
function row(id: string, en: string, zh: string, who: Who, papers: (keyof typeof PAPERS)[][]): CategoryRule {
  return {
    id,
    label: { en, zh },
    papers: papers.map((set) => set.map((paper): PaperRule => ({ id: paper, label: PAPERS[paper] }))),
    isForIndividuals: who === 'individuals' || who === 'everybody',
    isForOverseas: who === 'overseas' || who === 'everybody',
  }
}

function group(id: string, en: string, zh: string, rows: CategoryRule[]): CategoryGroupRule {
  return {
    id,
    label: { en, zh },
    categories: rows.map((category) => ({ ...category, id: `${id}/${category.id}` })),
  }
}

export function isForOwner(category: CategoryRule, kind: EntityKindCode): boolean {
  if (kind === 'individual') return category.isForIndividuals
  return kind !== 'overseas' || category.isForOverseas
}

export function findCategory(groups: readonly CategoryGroupRule[], id: string): CategoryRule | undefined {
  return groups.flatMap(({ categories }) => categories).find((category) => category.id === id)
}
