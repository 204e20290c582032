/** What is wrong with WXML. Part of the catalogue in `diagnostics/`. */
export const TEMPLATE_DIAGNOSTICS = {
  'tag-unknown': {
    severity: 'warning',
    en: {
      message: '<{tag}> is neither a built-in component nor in usingComponents',
      help: 'It is rendered as a plain element',
    },
    zh: { message: '<{tag}> 既不是内置组件，也不在 usingComponents 中', help: '它会被当作普通节点渲染' },
  },
  'tag-html': {
    severity: 'info',
    en: {
      message: '<{tag}> is an HTML tag, not a component',
      help: 'It is rendered as a plain element; use view or text',
    },
    zh: {
      message: '<{tag}> 是 HTML 标签，不是小程序组件',
      help: '它会被当作普通节点渲染；请使用 view 或 text',
    },
  },
  'component-endless': {
    severity: 'error',
    en: {
      message: '<{tag}> contains itself without end: {path}',
      help: 'Put one of them under wx:if or wx:for, or take it out',
    },
    zh: {
      message: '<{tag}> 无限嵌套自身：{path}',
      help: '请将其中一处放在 wx:if 或 wx:for 之下，或将其移除',
    },
  },
  'template-syntax': {
    severity: 'error',
    en: { message: 'WXML: {problem}' },
    zh: { message: 'WXML 语法错误：{problem}' },
  },
  'template-notice': {
    severity: 'warning',
    en: { message: 'WXML: {problem}' },
    zh: { message: 'WXML 提示：{problem}' },
  },
  'template-character': {
    severity: 'error',
    en: { message: 'Unexpected character {character}' },
    zh: { message: '意外的字符 {character}' },
  },
  'template-incomplete-tag': {
    severity: 'error',
    en: { message: '<{tag} does not end', help: 'Look for a missing quote or >' },
    zh: { message: '<{tag} 没有结束', help: '请检查是否缺少引号或 >' },
  },
  'template-end-tag': {
    severity: 'error',
    en: { message: '<{tag}> has no end tag', help: 'Add </{tag}>, or write <{tag} />' },
    zh: { message: '<{tag}> 缺少结束标签', help: '请添加 </{tag}>，或写成 <{tag} />' },
  },
  'template-end-tag-unmatched': {
    severity: 'error',
    en: { message: '</{tag}> ends no tag', help: 'It is left out' },
    zh: { message: '</{tag}> 没有对应的开始标签', help: '已忽略' },
  },
  'template-tag-name': {
    severity: 'warning',
    en: { message: '{tag} is not a valid tag name' },
    zh: { message: '{tag} 不是有效的标签名' },
  },
  'template-attribute-name': {
    severity: 'warning',
    en: { message: 'Attribute {attribute} has no meaning in WXML', help: 'It is left out' },
    zh: { message: 'WXML 中没有属性 {attribute}', help: '已忽略' },
  },
  'template-attribute-useless': {
    severity: 'info',
    en: { message: 'Attribute {attribute} has no effect on <{tag}>' },
    zh: { message: '属性 {attribute} 在 <{tag}> 上不起作用' },
  },
  'template-attribute-twice': {
    severity: 'warning',
    en: { message: 'Attribute {attribute} is given twice; the first one counts' },
    zh: { message: '属性 {attribute} 重复出现，以第一个为准' },
  },
  'template-attribute-missing': {
    severity: 'error',
    en: { message: '<{tag}> needs the attribute {attribute}' },
    zh: { message: '<{tag}> 缺少属性 {attribute}' },
  },
  'template-else-alone': {
    severity: 'warning',
    en: { message: '{attribute} does not follow a wx:if', help: 'The element is always shown' },
    zh: { message: '{attribute} 前没有对应的 wx:if', help: '该节点会一直显示' },
  },
  'template-name': {
    severity: 'warning',
    en: { message: '{name} is not a valid name' },
    zh: { message: '{name} 不是有效的名称' },
  },
  'template-children': {
    severity: 'info',
    en: { message: 'This element shows no children' },
    zh: { message: '该节点不显示子节点' },
  },
  'expression-syntax': {
    severity: 'error',
    en: { message: '{expression} is not a valid expression', help: 'Its value is left empty' },
    zh: { message: '{expression} 不是有效的表达式', help: '该处的值为空' },
  },
  'expression-unsupported': {
    severity: 'error',
    en: {
      message: '{syntax} is not supported in WXML expressions: {expression}',
      help: 'Compute the value in JS or WXS; it is left empty here',
    },
    zh: {
      message: 'WXML 表达式不支持 {syntax}：{expression}',
      help: '请在 JS 或 WXS 中计算；该处的值为空',
    },
  },
  'expression-unclosed': {
    severity: 'error',
    en: { message: '{{ has no }}', help: 'Add }}' },
    zh: { message: '{{ 缺少对应的 }}', help: '请补上 }}' },
  },
  'template-import-missing': {
    severity: 'error',
    en: { message: '{tag} names {path}, which is not there', help: 'It is treated as an empty file' },
    zh: { message: '{tag} 引用的 {path} 不存在', help: '按空文件处理' },
  },
  'template-not-defined': {
    severity: 'warning',
    en: { message: 'Template {name} is neither defined nor imported in this file' },
    zh: { message: '模板 {name} 未在本文件中定义或引入' },
  },
} as const
