import { defineTexts } from './texts'

/** What each rule that refuses says to whoever it stops, and what to do. By its id. */
export const ruleTexts = defineTexts(
  {
    'certificate-in-use':
      'Another account has been approved for this certificate. Its administrator can invite you; or write to the platform.',
  },
  {
    'certificate-in-use': '该证件已有通过审核的账号，可请其管理员邀请您，或联系平台。',
  },
)
