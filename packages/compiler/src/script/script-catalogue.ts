/** Every diagnostic that scripts can give. Part of the catalogue in `diagnostics/`. */
export const SCRIPT_DIAGNOSTICS = {
  'script-syntax': {
    severity: 'error',
    en: { message: '{problem}', help: 'The module throws a SyntaxError when it is required' },
    zh: { message: '脚本语法错误：{problem}', help: '该模块在被 require 时会抛出 SyntaxError' },
  },
  'script-missing': {
    severity: 'error',
    en: { message: 'The script is not there' },
    zh: { message: '脚本文件不存在' },
  },
} as const
