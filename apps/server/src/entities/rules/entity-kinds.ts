import type { DocumentRule, EntityKind, FieldRule, VerificationRule } from '@sampan/platform-api'

const REGISTRATION_GUIDE = 'https://developers.weixin.qq.com/miniprogram/introduction/'
const OVERSEAS_GUIDE =
  'https://developers.weixin.qq.com/community/business/doc/000a86174e81f0836172539ce6140d'

/** The administrator of every kind: a person who can be reached. */
const administrator: FieldRule[] = [
  {
    id: 'administratorName',
    label: { en: 'Administrator’s full name', zh: '管理员姓名' },
    type: 'text',
    maxCharacters: 60,
    isSecret: false,
  },
  {
    id: 'administratorPhone',
    label: { en: 'Administrator’s phone', zh: '管理员手机号' },
    help: {
      en: 'Keep it switched on: whoever checks the registration may call within two working days.',
      zh: '请保持畅通：审核人员可能在两个工作日内来电核实。',
    },
    type: 'phone',
    maxCharacters: 20,
    isSecret: true,
  },
]

const administratorIdentity: FieldRule = {
  id: 'administratorIdentityNumber',
  label: { en: 'Administrator’s identity number', zh: '管理员身份证号' },
  type: 'identity-number',
  maxCharacters: 18,
  isSecret: true,
}

const contact: FieldRule[] = [
  {
    id: 'address',
    label: { en: 'Business address', zh: '经营地址' },
    type: 'long-text',
    maxCharacters: 200,
    isSecret: false,
  },
  {
    id: 'functions',
    label: { en: 'What the mini programs will do', zh: '小程序功能说明' },
    help: {
      en: 'In two or three sentences, for the reviewer.',
      zh: '用两三句话告诉审核人员您要做什么。',
    },
    type: 'long-text',
    maxCharacters: 500,
    isSecret: false,
  },
]

function entityName(en: string, zh: string): FieldRule {
  return {
    id: 'entityName',
    label: { en, zh },
    help: { en: 'Exactly as on the certificate.', zh: '与证件上的名称完全一致。' },
    type: 'text',
    maxCharacters: 100,
    isSecret: false,
  }
}

const certificateNumber: FieldRule = {
  id: 'certificateNumber',
  label: { en: 'Unified social credit code', zh: '统一社会信用代码' },
  help: {
    en: 'Or the 9-character organisation code, or the 15-digit number of an old licence.',
    zh: '也可填写 9 位组织机构代码或 15 位营业执照注册号。',
  },
  type: 'entity-certificate-number',
  maxCharacters: 18,
  isSecret: false,
}

const bankAccount: FieldRule[] = [
  {
    id: 'bankName',
    label: { en: 'Bank', zh: '开户银行' },
    type: 'text',
    maxCharacters: 100,
    isSecret: false,
  },
  {
    id: 'bankAccount',
    label: { en: 'Account in the entity’s name', zh: '对公账户' },
    type: 'bank-account',
    maxCharacters: 34,
    isSecret: true,
  },
]

const licence: DocumentRule = {
  id: 'licence',
  label: { en: 'Business licence', zh: '营业执照' },
  help: { en: 'In colour, all four corners in the picture.', zh: '彩色原件，四角完整。' },
}
const organisationCertificate: DocumentRule = {
  id: 'organisationCertificate',
  label: { en: 'Certificate of the organisation', zh: '组织证书' },
}
const letter: DocumentRule = {
  id: 'letter',
  label: { en: 'Letter of authorisation, sealed', zh: '加盖公章的授权函' },
}
const administratorDocument: DocumentRule = {
  id: 'administratorDocument',
  label: { en: 'Administrator’s identity document', zh: '管理员身份证件' },
}

const remittance: VerificationRule = {
  route: 'remittance',
  label: { en: 'Small transfer from the entity’s bank account', zh: '对公账户打款验证' },
  withinDays: 10,
}
const agentReview: VerificationRule = {
  route: 'agent-review',
  label: { en: 'Verification by a reviewer', zh: '人工认证' },
}
const legalPersonFace: VerificationRule = {
  route: 'legal-person-face',
  label: { en: 'Face check of the legal person', zh: '法定代表人人脸核身' },
  withinDays: 1,
}

/** What every owner with a Chinese certificate fills in. Remittance asks for the account that it comes from. */
function organisationFields(name: FieldRule, account: FieldRule[] = []): FieldRule[] {
  return [name, certificateNumber, ...account, ...administrator, administratorIdentity, ...contact]
}

/** The kinds of owners that the guide of registration names, with what each must give. */
export const ENTITY_KINDS: EntityKind[] = [
  {
    code: 'individual',
    label: { en: 'Individual', zh: '个人' },
    who: { en: 'A person of 18 years or more', zh: '年满 18 周岁的自然人' },
    fields: [...administrator, administratorIdentity, contact[1]!],
    documents: [],
    verification: [{ route: 'none', label: { en: 'None to begin with', zh: '无需认证即可开始' } }],
    fee: { currency: 'CNY', amount: 3000, per: 'year' },
    maxPrograms: 5,
    filing: 'required',
    sources: [REGISTRATION_GUIDE],
  },
  {
    code: 'company',
    label: { en: 'Company', zh: '企业' },
    who: { en: 'Companies, branches and brands registered in China', zh: '在中国注册的企业、分支机构与品牌' },
    fields: organisationFields(entityName('Company name', '企业名称'), bankAccount),
    documents: [licence],
    verification: [remittance, agentReview, legalPersonFace],
    fee: { currency: 'CNY', amount: 30000, per: 'year' },
    maxPrograms: 50,
    filing: 'required',
    sources: [REGISTRATION_GUIDE],
  },
  {
    code: 'individual-business',
    label: { en: 'Individual business', zh: '个体工商户' },
    who: { en: 'Household businesses with a licence', zh: '持有营业执照的个体工商户' },
    fields: organisationFields(
      {
        ...entityName('Name on the licence', '执照名称'),
        help: {
          en: 'If the licence gives none: 个体户 and the name of its owner.',
          zh: '执照无名称时填写“个体户+经营者姓名”。',
        },
      },
      bankAccount,
    ),
    documents: [licence],
    verification: [remittance, agentReview, legalPersonFace],
    fee: { currency: 'CNY', amount: 30000, per: 'year' },
    maxPrograms: 5,
    filing: 'required',
    sources: [REGISTRATION_GUIDE],
  },
  {
    code: 'government',
    label: { en: 'Government', zh: '政府' },
    who: { en: 'Organs of the state and public institutions', zh: '国家机关与事业单位' },
    fields: organisationFields(entityName('Name of the organ', '机构名称')),
    documents: [letter],
    verification: [agentReview],
    maxPrograms: 50,
    filing: 'required',
    sources: [REGISTRATION_GUIDE],
  },
  {
    code: 'media',
    label: { en: 'Media', zh: '媒体' },
    who: { en: 'Papers, broadcasters and agencies', zh: '报刊、广播电视与通讯社' },
    fields: organisationFields(entityName('Name of the medium', '媒体名称')),
    documents: [
      organisationCertificate,
      { id: 'mediaPermit', label: { en: 'Media permit', zh: '媒体许可证' } },
    ],
    verification: [agentReview],
    fee: { currency: 'CNY', amount: 30000, per: 'year' },
    maxPrograms: 50,
    filing: 'required',
    sources: [REGISTRATION_GUIDE],
  },
  {
    code: 'other-organisation',
    label: { en: 'Other organisation', zh: '其他组织' },
    who: { en: 'Whoever is none of the others', zh: '不属于以上类型的组织' },
    fields: organisationFields(entityName('Name of the organisation', '组织名称')),
    documents: [organisationCertificate],
    verification: [agentReview],
    fee: { currency: 'CNY', amount: 30000, per: 'year' },
    maxPrograms: 50,
    filing: 'required',
    sources: [REGISTRATION_GUIDE],
  },
  {
    code: 'overseas',
    label: { en: 'Overseas entity', zh: '境外主体' },
    who: { en: 'Companies registered outside mainland China', zh: '在中国大陆以外注册的企业' },
    fields: [
      entityName('Company name', '企业名称'),
      {
        id: 'registrationNumber',
        label: { en: 'Registration number', zh: '注册编号' },
        type: 'text',
        maxCharacters: 60,
        isSecret: false,
      },
      {
        id: 'country',
        label: { en: 'Country or region of registration', zh: '注册国家或地区' },
        type: 'country',
        maxCharacters: 2,
        isSecret: false,
      },
      ...bankAccount,
      ...administrator,
      {
        id: 'administratorPassportNumber',
        label: { en: 'Administrator’s passport or identity number', zh: '管理员护照或证件号码' },
        type: 'passport-number',
        maxCharacters: 30,
        isSecret: true,
      },
      ...contact,
    ],
    documents: [
      licence,
      letter,
      administratorDocument,
      {
        id: 'phoneStatement',
        label: { en: 'Phone or card statement of the last 3 months', zh: '近三个月话费或银行卡账单' },
      },
    ],
    verification: [agentReview],
    fee: { currency: 'USD', amount: 9900, per: 'year' },
    maxPrograms: 50,
    filing: 'exempt',
    sources: [OVERSEAS_GUIDE],
  },
]
