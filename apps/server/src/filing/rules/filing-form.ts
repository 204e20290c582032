import type {
  DocumentRule,
  EntityKindCode,
  FieldRule,
  FilingSection,
  LocalizedText,
} from '@sampan/platform-api'
import {
  CERTIFICATES_OF,
  IDENTITY_TYPES,
  MOST_SERVICE_CONTENTS,
  NO_PRE_APPROVAL,
  PRE_APPROVALS,
  SERVICE_CONTENTS,
} from './filing-choices'
import { findProvince, MANY_PROGRAMS, PROVINCE_LETTERS, PROVINCES, type ProvinceRules } from './provinces'

type Answers = Readonly<Record<string, string>>

export interface FilingQuestion {
  kind: EntityKindCode
  /** In plain: some questions follow from others. */
  answers: Answers
  /** How many mini programs the owner has. */
  programCount: number
}

const FALLBACK = PROVINCES[0]!

/**
 * The form as this owner has to fill it in, in this province, after these answers.
 * https://developers.weixin.qq.com/miniprogram/product/record/record_guidelines.html and …/record_material.html
 */
export function filingForm(question: FilingQuestion): FilingSection[] {
  const province = findProvince(question.answers.province ?? '') ?? FALLBACK
  const sections = [
    entitySection(question),
    entityPrincipalSection(question, province),
    programSection(question),
    programPrincipalSection(question, province),
    promisesSection(question, province),
  ]
  return sections.filter(({ fields, documents }) => fields.length + documents.length > 0)
}

/** The questions of all sections, for checks. */
export function allFields(form: readonly FilingSection[]): { fields: FieldRule[] } {
  return { fields: form.flatMap(({ fields }) => fields) }
}

function entitySection({ kind }: FilingQuestion): FilingSection {
  const certificates = CERTIFICATES_OF[kind]
  const isPerson = kind === 'individual'
  return {
    id: 'entity',
    fields: [
      choice(
        'province',
        'Province',
        '省份',
        [...PROVINCES].map(({ code, label }) => ({ id: code, label })),
      ),
      text('city', 'City', '城市', 40),
      text('district', 'District', '区县', 40),
      longText('entityAddress', isPerson ? 'Address' : 'Address on the certificate', '通信地址', 200),
      ...(isPerson ? [] : [choice('certificateType', 'Certificate', '证件类型', certificates)]),
      { ...longText('entityComment', 'Remarks', '备注', 200), isOptional: true },
    ],
    documents: isPerson
      ? []
      : [
          paper('entityCertificate', 'Certificate of the owner', '主体证件', {
            en: 'The original in colour, all four corners in the picture.',
            zh: '彩色原件，四角完整。',
          }),
          { ...paper('entityOther', 'Another paper of the owner', '主体其他材料'), isOptional: true },
        ],
  }
}

function entityPrincipalSection({ kind, answers }: FilingQuestion, province: ProvinceRules): FilingSection {
  const isPerson = kind === 'individual'
  const { otherPrincipal } = province
  const mayDiffer = otherPrincipal !== 'no'
  const differs = mayDiffer && answers.entityPrincipalIsLegalPerson === 'no'
  const isFromElsewhere =
    hasIdentityCard(answers, 'entityPrincipal') &&
    !(answers.entityPrincipalIdentityNumber ?? province.code).startsWith(province.code)
  return {
    id: 'entity-principal',
    fields: [
      ...(isPerson
        ? []
        : [
            choice(
              'entityPrincipalIsLegalPerson',
              'Is the person in charge the legal person?',
              '主体负责人是否为法定代表人',
              mayDiffer ? [YES, NO] : [YES],
              mayDiffer
                ? undefined
                : { en: 'This province asks for it.', zh: '该省份要求主体负责人为法定代表人。' },
            ),
          ]),
      ...(differs ? [secret('legalPersonName', 'Legal person’s name', '法定代表人姓名', 'text', 60)] : []),
      ...person('entityPrincipal', answers, province),
    ],
    documents: [
      ...identityPapers('entityPrincipal'),
      ...(differs && otherPrincipal === 'with-letter'
        ? [paper('entityPrincipalLetter', 'Letter of the legal person', '法定代表人授权书', LETTER_HELP)]
        : []),
      ...(isPerson && province.asksResidencePermit && isFromElsewhere
        ? [paper('residencePermit', 'Residence permit of this province', '本省居住证')]
        : []),
    ],
  }
}

function programSection({ answers }: FilingQuestion): FilingSection {
  const chosen = (answers.preApprovals ?? '').split(',')
  const trades = PRE_APPROVALS.filter(({ id }) => chosen.includes(id))
  return {
    id: 'program',
    fields: [
      {
        ...choice('serviceContents', 'What it offers', '服务内容', SERVICE_CONTENTS, {
          en: `Up to ${MOST_SERVICE_CONTENTS}.`,
          zh: `最多 ${MOST_SERVICE_CONTENTS} 项。`,
        }),
        type: 'choices',
        maxChoices: MOST_SERVICE_CONTENTS,
      },
      {
        ...choice('preApprovals', 'Trades that need a permit first', '前置审批项', [
          ...PRE_APPROVALS.map(({ id, label }) => ({ id, label })),
          NO_PRE_APPROVAL,
        ]),
        type: 'choices',
      },
      ...trades.map(({ id, permit }) =>
        text(`${id}PermitNumber`, `Number: ${permit.en}`, `编号：${permit.zh}`, 60),
      ),
      {
        ...longText('programComment', 'What the mini program does', '小程序备注', 200, {
          en: '20 to 200 characters: what it is for, and for whom.',
          zh: '20 至 200 字，说明用途和服务对象。',
        }),
        minCharacters: 20,
      },
      {
        ...text(
          'existingNumber',
          'Its number, if it is filed on another platform',
          '已在其他平台备案的编号',
          40,
          {
            en: 'The same owner and the same name; such as 粤ICP备2026000001号-3X.',
            zh: '主体与名称一致时填写，如 粤ICP备2026000001号-3X。',
          },
        ),
        isOptional: true,
      },
    ],
    documents: [
      ...trades.map(({ id, permit }) => paper(`${id}Permit`, permit.en, permit.zh)),
      { ...paper('programOther', 'Another paper of the mini program', '小程序其他材料'), isOptional: true },
    ],
  }
}

function programPrincipalSection({ kind, answers }: FilingQuestion, province: ProvinceRules): FilingSection {
  if (kind === 'individual') return { id: 'program-principal', fields: [], documents: [] }
  const isOther = answers.programPrincipal === 'other'
  const isLegalPerson = !isOther && answers.entityPrincipalIsLegalPerson !== 'no'
  return {
    id: 'program-principal',
    fields: [
      choice('programPrincipal', 'Who is in charge of the mini program?', '小程序负责人', [
        { id: 'same', label: { en: 'The same person', zh: '与主体负责人相同' } },
        { id: 'other', label: { en: 'Somebody else', zh: '其他人' } },
      ]),
      ...(isOther ? person('programPrincipal', answers, province) : []),
    ],
    documents: [
      ...(isOther ? identityPapers('programPrincipal') : []),
      ...(province.asksProgramLetter && !isLegalPerson
        ? [
            paper(
              'programPrincipalLetter',
              'Letter for the person in charge',
              '小程序负责人授权书',
              LETTER_HELP,
            ),
          ]
        : []),
    ],
  }
}

function promisesSection({ programCount }: FilingQuestion, province: ProvinceRules): FilingSection {
  const letters = province.letters.filter(
    (letter) => letter !== 'manyProgramsStatement' || programCount > MANY_PROGRAMS,
  )
  return {
    id: 'promises',
    fields: [
      accept(
        'promiseTruth',
        'All of this is true, and will be kept so.',
        '以上信息真实有效，变更时及时更新。',
      ),
      accept(
        'promiseLaw',
        'The mini program does what is said here and nothing that the law forbids.',
        '小程序按备案内容提供服务，不从事违法违规活动。',
      ),
      ...(province.asksCommitmentLetter
        ? []
        : [
            accept(
              'promiseCommitment',
              'I accept the commitment of this province.',
              '我已阅读并接受本省备案承诺书。',
            ),
          ]),
    ],
    documents: [
      ...(province.asksCommitmentLetter
        ? [
            paper(
              'commitmentLetter',
              'Commitment of this province, signed',
              '已签署的备案承诺书',
              LETTER_HELP,
            ),
          ]
        : []),
      ...letters.map((id) => paper(id, PROVINCE_LETTERS[id].en, PROVINCE_LETTERS[id].zh, LETTER_HELP)),
    ],
  }
}

const YES = { id: 'yes', label: { en: 'Yes', zh: '是' } }
const NO = { id: 'no', label: { en: 'No', zh: '否' } }
const LETTER_HELP = { en: 'Signed within the last month.', zh: '一个月内签署。' }

type Who = 'entityPrincipal' | 'programPrincipal'

function hasIdentityCard(answers: Answers, who: Who): boolean {
  return (answers[`${who}IdentityType`] ?? 'id-card') === 'id-card'
}

function person(who: Who, answers: Answers, { monthsLeft }: ProvinceRules): FieldRule[] {
  const numberType = hasIdentityCard(answers, who) ? 'identity-number' : 'passport-number'
  return [
    secret(`${who}Name`, 'Name', '姓名', 'text', 60),
    secret(`${who}Phone`, 'Mobile phone', '手机号码', 'phone', 20, {
      en: 'The code of the ministry goes here. Keep it switched on.',
      zh: '工信部验证码将发送到此号码，请保持畅通。',
    }),
    secret(`${who}Email`, 'Email', '电子邮箱', 'email', 100),
    secret(`${who}Emergency`, 'Phone for emergencies', '应急联系电话', 'phone', 20),
    choice(`${who}IdentityType`, 'Identity document', '证件类型', IDENTITY_TYPES),
    secret(`${who}IdentityNumber`, 'Number of the document', '证件号码', numberType, 30),
    { ...text(`${who}IdentityFrom`, 'Valid from', '有效期起', 10), type: 'date' },
    {
      ...text(`${who}IdentityUntil`, 'Valid until', '有效期止', 10, {
        en: `At least ${monthsLeft} months from today.`,
        zh: `剩余有效期不少于 ${monthsLeft} 个月。`,
      }),
      type: 'valid-until',
      minMonthsLeft: monthsLeft,
    },
  ]
}

function identityPapers(who: Who): DocumentRule[] {
  return [
    paper(`${who}Front`, 'Identity document, front', '证件人像面'),
    paper(`${who}Back`, 'Identity document, back', '证件国徽面'),
  ]
}

function text(id: string, en: string, zh: string, maxCharacters: number, help?: LocalizedText): FieldRule {
  return { id, label: { en, zh }, type: 'text', maxCharacters, isSecret: false, ...(help && { help }) }
}

function longText(...[id, en, zh, maxCharacters, help]: Parameters<typeof text>): FieldRule {
  return { ...text(id, en, zh, maxCharacters, help), type: 'long-text' }
}

function secret(
  id: string,
  en: string,
  zh: string,
  type: FieldRule['type'],
  maxCharacters: number,
  help?: LocalizedText,
): FieldRule {
  return { ...text(id, en, zh, maxCharacters, help), type, isSecret: true }
}

function choice(
  id: string,
  en: string,
  zh: string,
  options: readonly { id: string; label: LocalizedText }[],
  help?: LocalizedText,
): FieldRule {
  return { ...text(id, en, zh, 500, help), type: 'choice', options: [...options] }
}

function accept(id: string, en: string, zh: string): FieldRule {
  return { ...text(id, en, zh, 3), type: 'accept' }
}

function paper(id: string, en: string, zh: string, help?: LocalizedText): DocumentRule {
  return { id, label: { en, zh }, ...(help && { help }) }
}
