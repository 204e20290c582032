/** What is wrong with WXS. Part of the catalogue in `diagnostics/`. */
export const WXS_DIAGNOSTICS = {
  'wxs-missing': {
    severity: 'error',
    en: { message: 'WXS file {path} is not there', help: 'It is treated as an empty module' },
    zh: { message: 'WXS 文件 {path} 不存在', help: '按空模块处理' },
  },
  'wxs-syntax': {
    severity: 'error',
    en: { message: 'WXS: {problem}', help: 'The module is left empty' },
    zh: { message: 'WXS 语法错误：{problem}', help: '该模块按空模块处理' },
  },
  'wxs-require-literal': {
    severity: 'error',
    en: { message: 'require in WXS takes a literal path of a .wxs file' },
    zh: { message: 'WXS 中的 require 只接受 .wxs 文件的字面量路径' },
  },
} as const
