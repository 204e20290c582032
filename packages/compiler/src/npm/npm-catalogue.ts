/** Every diagnostic that building npm can give. Part of the catalogue in `diagnostics/`. */
export const NPM_DIAGNOSTICS = {
  'npm-missing': {
    severity: 'warning',
    en: {
      message: 'The npm package {name} is not installed',
      help: 'Run npm install in the folder of {manifest}',
    },
    zh: { message: 'npm 包 {name} 未安装', help: '请在 {manifest} 所在目录执行 npm install' },
  },
  'npm-manifest': {
    severity: 'error',
    en: { message: '{problem}', help: 'Its packages are not built' },
    zh: { message: 'package.json 有误：{problem}', help: '其中的 npm 包未构建' },
  },
  'npm-entry-missing': {
    severity: 'warning',
    en: { message: 'The npm package {name} has no {entry}', help: 'The package cannot be required' },
    zh: { message: 'npm 包 {name} 缺少入口 {entry}', help: '该包无法被 require' },
  },
  'npm-node-module': {
    severity: 'warning',
    en: {
      message: 'The npm package {name} needs {module}, which exists in Node.js only',
      help: 'require throws when it is reached',
    },
    zh: {
      message: 'npm 包 {name} 依赖仅存在于 Node.js 的模块 {module}',
      help: '执行到 require 时会抛出错误',
    },
  },
  'npm-unlistable': {
    severity: 'error',
    en: { message: 'The npm package {name} cannot be copied: the files of this project cannot be listed' },
    zh: { message: '无法复制 npm 包 {name}：不能列出该项目的文件' },
  },
  'npm-bundle': {
    severity: 'error',
    en: { message: 'The npm package {name} could not be built: {problem}' },
    zh: { message: 'npm 包 {name} 构建失败：{problem}' },
  },
} as const
