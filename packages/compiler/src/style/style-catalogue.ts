/** Every diagnostic that style sheets can give. Part of the catalogue in `diagnostics/`. */
export const STYLE_DIAGNOSTICS = {
  'style-syntax': {
    severity: 'warning',
    en: { message: '{problem}', help: 'Only the broken part is left out' },
    zh: { message: 'WXSS 语法错误：{problem}', help: '仅忽略出错的部分' },
  },
  'style-line-comment': {
    severity: 'warning',
    en: { message: 'A line comment (//) is no CSS', help: 'Write /* … */' },
    zh: { message: 'WXSS 不支持行注释（//）', help: '请改为 /* … */' },
  },
  'style-deep-selector': {
    severity: 'warning',
    en: {
      message: '{selector} does not reach into components; it is read as a blank',
      help: 'Use externalClasses, styleIsolation or CSS variables',
    },
    zh: {
      message: '{selector} 无法穿透到组件内部，已按后代选择器处理',
      help: '请使用 externalClasses、styleIsolation 或 CSS 变量',
    },
  },
  'style-import-missing': {
    severity: 'warning',
    en: { message: 'Style sheet {specifier} is not there' },
    zh: { message: '找不到样式文件 {specifier}' },
  },
  'style-import-circular': {
    severity: 'warning',
    en: { message: '{specifier} imports this file in turn', help: 'The import is left out' },
    zh: { message: '{specifier} 循环引用了本文件', help: '该引用已忽略' },
  },
  'style-import-remote': {
    severity: 'warning',
    en: {
      message: '{specifier} is on the network and cannot be imported',
      help: 'Copy the file into the project',
    },
    zh: { message: '不能引用网络样式 {specifier}', help: '请把文件复制到项目中' },
  },
  'style-import-limit': {
    severity: 'error',
    en: { message: 'The style sheet has more than {limit} imports', help: 'The rest is left out' },
    zh: { message: '样式引用超过 {limit} 个', help: '其余引用已忽略' },
  },
  'style-missing': {
    severity: 'error',
    en: { message: 'The style sheet is not there' },
    zh: { message: '样式文件不存在' },
  },
  'style-plugin-off': {
    severity: 'warning',
    en: {
      message: 'The project does not ask for {language} to be compiled: WeChat leaves this file out',
      help: 'Add "{plugin}" to setting.useCompilerPlugins in project.config.json',
    },
    zh: {
      message: '项目未启用 {language} 编译，微信会忽略该文件',
      help: '请在 project.config.json 的 setting.useCompilerPlugins 中添加 "{plugin}"',
    },
  },
  'style-preprocessor': {
    severity: 'error',
    en: { message: '{language}: {problem}', help: 'The style sheet stays empty' },
    zh: { message: '{language} 编译错误：{problem}', help: '该样式文件为空' },
  },
} as const
