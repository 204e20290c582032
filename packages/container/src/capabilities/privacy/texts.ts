import type { TextTable } from '../../interface/texts'

export const privacyTexts = {
  'privacy.contract': { en: '“{name}” privacy guidelines', zh_CN: '《{name}小程序隐私保护指引》' },
  'privacy.title': { en: 'Your privacy', zh_CN: '用户隐私保护提示' },
  'privacy.question': {
    en: 'Before this goes on, please read {contract} and say whether you agree.',
    zh_CN: '在继续使用之前，请仔细阅读{contract}。如你同意，请点击“同意”。',
  },
  'privacy.agree': { en: 'Agree', zh_CN: '同意' },
  'privacy.disagree': { en: 'Disagree', zh_CN: '拒绝' },
  'privacy.intro': {
    en: '“{name}” says that it uses the following, and what for. It asks before it does.',
    zh_CN: '“{name}”声明将使用以下信息及其用途，使用前会征得你的同意。',
  },
} as const satisfies TextTable
