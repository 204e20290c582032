import type { Severity } from '@sampan/protocol'
import { NPM_DIAGNOSTICS } from '../npm/npm-catalogue'
import { PROJECT_DIAGNOSTICS } from '../project/project-catalogue'
import { SCRIPT_DIAGNOSTICS } from '../script/script-catalogue'
import { STYLE_DIAGNOSTICS } from '../style/style-catalogue'
import { TEMPLATE_DIAGNOSTICS } from '../template/template-catalogue'
import { WXS_DIAGNOSTICS } from '../wxs/wxs-catalogue'

interface Text {
  message: string
  help?: string
}

interface CatalogueEntry {
  severity: Severity
  en: Text
  zh: Text
}

/**
 * Every diagnostic. `{name}` in a text stands for a parameter. To add one: an entry in the catalogue of its area, a
 * `report(...)` where it is found, and a project that shows it in test/diagnostics.test.ts.
 */
export const DIAGNOSTIC_CATALOGUE = {
  ...PROJECT_DIAGNOSTICS,
  ...TEMPLATE_DIAGNOSTICS,
  ...WXS_DIAGNOSTICS,
  ...STYLE_DIAGNOSTICS,
  ...SCRIPT_DIAGNOSTICS,
  ...NPM_DIAGNOSTICS,
  'more-problems': {
    severity: 'info',
    en: { message: 'The file has more than {limit} problems; the others are not listed' },
    zh: { message: '此文件的问题超过 {limit} 个，其余未列出' },
  },
  'compiler-failure': {
    severity: 'error',
    en: {
      message: 'The compiler failed on this file: {problem}',
      help: 'It is left out; please report this',
    },
    zh: { message: '编译器处理此文件时出错：{problem}', help: '该文件未打包，请反馈此问题' },
  },
  'file-too-large': {
    severity: 'error',
    en: { message: 'The file has {size}, the limit is {limit}', help: 'It is read as an empty file' },
    zh: { message: '文件大小为 {size}，上限为 {limit}', help: '按空文件处理' },
  },
  'file-too-complex': {
    severity: 'error',
    en: { message: 'The file is nested too deep to be compiled', help: 'It is read as an empty file' },
    zh: { message: '文件嵌套过深，无法编译', help: '按空文件处理' },
  },
  'file-not-text': {
    severity: 'error',
    en: { message: 'The file is binary, not a source text', help: 'It is read as an empty file' },
    zh: { message: '文件是二进制内容，不是源代码文本', help: '按空文件处理' },
  },
  'file-encoding': {
    severity: 'warning',
    en: {
      message: 'The file is not UTF-8',
      help: 'Save it as UTF-8; characters that cannot be read become �',
    },
    zh: { message: '文件不是 UTF-8 编码', help: '请以 UTF-8 编码保存；无法识别的字符会变成 �' },
  },
  'asset-missing': {
    severity: 'warning',
    en: { message: 'File {path} is not there' },
    zh: { message: '文件 {path} 不存在' },
  },
  'module-node': {
    severity: 'info',
    en: { message: '{specifier} is a module of Node.js and is not there in a mini program' },
    zh: { message: '{specifier} 是 Node.js 模块，小程序中不存在' },
  },
  'module-missing': {
    severity: 'warning',
    en: {
      message: 'Module {specifier} is not there',
      help: 'require throws when it is reached; for npm packages run npm install and build npm',
    },
    zh: { message: '找不到模块 {specifier}', help: '执行到 require 时会抛出错误；npm 包请先安装并构建 npm' },
  },
} as const satisfies Record<string, CatalogueEntry>

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CATALOGUE
