import type { EntityKindCode, LocalizedText } from '@sampan/platform-api'

/** What a form lets one choose from. https://developers.weixin.qq.com/miniprogram/product/record/record_material.html */

interface Option {
  id: string
  label: LocalizedText
}

const option = (id: string, en: string, zh: string): Option => ({ id, label: { en, zh } })

export const IDENTITY_TYPES: readonly Option[] = [
  option('id-card', 'Identity card', '居民身份证'),
  option('passport', 'Passport', '护照'),
  option('hk-macau-pass', 'Mainland travel permit (Hong Kong, Macau)', '港澳居民来往内地通行证'),
  option('taiwan-pass', 'Mainland travel permit (Taiwan)', '台湾居民来往大陆通行证'),
  option('hmt-residence', 'Residence permit (Hong Kong, Macau, Taiwan)', '港澳台居民居住证'),
  option('permanent-residence', 'Foreign permanent resident card', '外国人永久居留身份证'),
]

const CERTIFICATES = {
  licence: option('licence', 'Business licence', '营业执照'),
  representative: option(
    'representative',
    'Certificate of a representative office',
    '外国企业常驻代表机构登记证',
  ),
  creditCode: option('credit-code', 'Unified social credit certificate', '统一社会信用代码证书'),
  institution: option('institution', 'Certificate of a public institution', '事业单位法人证书'),
  military: option('military', 'Military code', '军队代号'),
  society: option('society', 'Certificate of a social organisation', '社会团体法人登记证书'),
  nonEnterprise: option(
    'non-enterprise',
    'Certificate of a private non-enterprise unit',
    '民办非企业单位登记证书',
  ),
  foundation: option('foundation', 'Certificate of a foundation', '基金会法人登记证书'),
  lawFirm: option('law-firm', 'Practice permit of a law firm', '律师事务所执业许可证'),
  notary: option('notary', 'Practice permit of a notary office', '公证机构执业证'),
  religious: option('religious', 'Certificate of a religious site', '宗教活动场所登记证'),
}

/** Certificates of owners, by what they are. Individuals show their own. */
export const CERTIFICATES_OF: Record<EntityKindCode, readonly Option[]> = {
  individual: [],
  company: [CERTIFICATES.licence, CERTIFICATES.representative],
  'individual-business': [CERTIFICATES.licence],
  government: [CERTIFICATES.creditCode, CERTIFICATES.institution, CERTIFICATES.military],
  media: [CERTIFICATES.licence, CERTIFICATES.institution],
  'other-organisation': [
    CERTIFICATES.society,
    CERTIFICATES.nonEnterprise,
    CERTIFICATES.foundation,
    CERTIFICATES.lawFirm,
    CERTIFICATES.notary,
    CERTIFICATES.religious,
    CERTIFICATES.creditCode,
  ],
  overseas: [CERTIFICATES.licence],
}

export const MOST_SERVICE_CONTENTS = 5

export const SERVICE_CONTENTS: readonly Option[] = [
  option('shopping', 'Online shopping', '网上购物'),
  option('local-life', 'Local services', '本地生活服务'),
  option('food', 'Food and drinks', '餐饮服务'),
  option('travel', 'Travel and hotels', '旅游出行'),
  option('transport', 'Transport', '交通服务'),
  option('tools', 'Tools', '工具应用'),
  option('office', 'Office and business', '商务办公'),
  option('education', 'Education', '教育服务'),
  option('health', 'Health', '医疗健康'),
  option('games', 'Games', '游戏'),
  option('social', 'Community', '社交与社区'),
  option('reading', 'Reading and news', '阅读与资讯'),
  option('sports', 'Sports', '体育健身'),
  option('government', 'Public services', '政务民生'),
  option('finance', 'Finance', '金融服务'),
]

/**
 * Trades that need a permit before they are filed. https://developers.weixin.qq.com/miniprogram/product/record/record_pre_approval.html
 */
export const PRE_APPROVALS: readonly (Option & { permit: LocalizedText })[] = [
  {
    ...option('publishing', 'Publishing, games included', '出版（含游戏）'),
    permit: {
      en: 'Online publishing permit, or approval of the game',
      zh: '网络出版服务许可证或游戏版号批文',
    },
  },
  {
    ...option('audiovisual', 'Broadcasts, online video and audio', '广播电视与网络视听'),
    permit: { en: 'Audio-visual transmission permit', zh: '信息网络传播视听节目许可证' },
  },
  {
    ...option('drugs', 'Drugs and medical devices', '药品和医疗器械'),
    permit: { en: 'Internet drug information certificate', zh: '互联网药品信息服务资格证书' },
  },
  {
    ...option('culture', 'Culture', '文化'),
    permit: { en: 'Network culture business permit', zh: '网络文化经营许可证' },
  },
  {
    ...option('news', 'News', '新闻'),
    permit: { en: 'Internet news information permit', zh: '互联网新闻信息服务许可证' },
  },
  {
    ...option('rideHailing', 'Ride-hailing', '网约车'),
    permit: { en: 'Ride-hailing permit', zh: '网络预约出租汽车经营许可证' },
  },
  {
    ...option('training', 'Off-campus training', '校外培训'),
    permit: { en: 'Approval of the education authority', zh: '教育主管部门批准文件' },
  },
  {
    ...option('religion', 'Religion', '宗教'),
    permit: { en: 'Internet religious information permit', zh: '互联网宗教信息服务许可证' },
  },
  {
    ...option('finance', 'Internet finance', '互联网金融'),
    permit: { en: 'Approval of the financial regulator', zh: '金融监管部门批准文件' },
  },
]

export const NO_PRE_APPROVAL = option('none', 'None of these', '以上都不涉及')
