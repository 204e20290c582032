import { defineTexts } from '../texts/texts'

export const roleTexts = defineTexts(
  {
    administrator: 'Administrator',
    operator: 'Operator',
    developer: 'Developer',
    analyst: 'Analyst',
    tester: 'Tester',
  },
  {
    administrator: '管理员',
    operator: '运营者',
    developer: '开发者',
    analyst: '数据分析者',
    tester: '体验成员',
  },
)
