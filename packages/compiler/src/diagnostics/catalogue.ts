import type { Severity } from '@sampan/protocol'
import { NPM_DIAGNOSTICS } from '../npm/npm-catalogue'
import { SCRIPT_DIAGNOSTICS } from '../script/script-catalogue'
import { STYLE_DIAGNOSTICS } from '../style/style-catalogue'

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
 * Every diagnostic of project, template, WXS and bundle. `{name}` in a text stands for a parameter. To add one: an
 * entry here, a `report(...)` where it is found, and a project that shows it in test/diagnostics.test.ts.
 */
export const DIAGNOSTIC_CATALOGUE = {
  'app-json-missing': {
    severity: 'error',
    en: {
      message: 'There is no app.json in {folder}',
      help: 'Open the folder that has project.config.json or app.json, and check miniprogramRoot in project.config.json',
    },
    zh: {
      message: '在 {folder} 中找不到 app.json',
      help: '请打开包含 project.config.json 或 app.json 的目录，并检查 project.config.json 中的 miniprogramRoot',
    },
  },
  'json-syntax': {
    severity: 'error',
    en: { message: 'Invalid JSON: {problem}', help: 'The parts that could be read are used' },
    zh: { message: 'JSON 语法错误：{problem}', help: '能够读取的部分仍然生效' },
  },
  'json-not-object': {
    severity: 'error',
    en: { message: 'The file must hold a JSON object' },
    zh: { message: '文件内容必须是一个 JSON 对象' },
  },
  'json-wrong-type': {
    severity: 'error',
    en: { message: '{key} must be {expected}, found {found}', help: 'The default is used instead' },
    zh: { message: '{key} 应为 {expected}，实际为 {found}', help: '已改用默认值' },
  },
  'json-wrong-value': {
    severity: 'warning',
    en: { message: '{key} must be one of {allowed}, found {found}', help: 'The default is used instead' },
    zh: { message: '{key} 只能是 {allowed} 之一，实际为 {found}', help: '已改用默认值' },
  },
  'json-duplicate-key': {
    severity: 'warning',
    en: { message: '{key} is given twice; the last one counts' },
    zh: { message: '{key} 重复出现，以最后一个为准' },
  },
  'colour-invalid': {
    severity: 'warning',
    en: { message: '{key} must be a colour like #ffffff, found {found}' },
    zh: { message: '{key} 应为 #ffffff 形式的颜色，实际为 {found}' },
  },
  'root-missing': {
    severity: 'error',
    en: { message: '{key} names the folder {path}, which has no files' },
    zh: { message: '{key} 指定的目录 {path} 不存在或没有文件' },
  },
  'pages-empty': {
    severity: 'error',
    en: {
      message: 'pages in app.json lists no page',
      help: 'Add the path of a page, for example pages/index/index',
    },
    zh: { message: 'app.json 的 pages 为空', help: '请添加页面路径，例如 pages/index/index' },
  },
  'path-invalid': {
    severity: 'error',
    en: { message: '{path} is not a valid path: {problem}' },
    zh: { message: '{path} 不是有效路径：{problem}' },
  },
  'page-duplicate': {
    severity: 'warning',
    en: { message: 'Page {path} is listed twice' },
    zh: { message: '页面 {path} 重复声明' },
  },
  'page-missing': {
    severity: 'error',
    en: {
      message: 'Page {path} has no {extension} file',
      help: 'Create {path}{extension} or take the page out of app.json',
    },
    zh: {
      message: '页面 {path} 缺少 {extension} 文件',
      help: '请创建 {path}{extension}，或从 app.json 中删除该页面',
    },
  },
  'page-in-subpackage': {
    severity: 'warning',
    en: {
      message: 'Page {path} of the main package is inside the root of subpackage {root}',
      help: 'List it in the pages of that subpackage',
    },
    zh: { message: '主包页面 {path} 位于分包 {root} 的目录中', help: '请把它写到该分包的 pages 中' },
  },
  'subpackage-root': {
    severity: 'error',
    en: { message: 'Subpackage root {root} {problem}' },
    zh: { message: '分包 root {root} 有误：{problem}' },
  },
  'entry-page-missing': {
    severity: 'error',
    en: { message: 'entryPagePath {path} is not one of the pages', help: 'The first page is used' },
    zh: { message: 'entryPagePath {path} 不在页面列表中', help: '已改用第一个页面' },
  },
  'tab-bar-count': {
    severity: 'error',
    en: { message: 'tabBar.list must have {minimum} to {maximum} items, found {found}' },
    zh: { message: 'tabBar.list 应有 {minimum} 到 {maximum} 项，实际有 {found} 项' },
  },
  'tab-bar-page': {
    severity: 'error',
    en: { message: 'Tab {path} is not a page of the main package' },
    zh: { message: 'tabBar 页面 {path} 不在主包页面中' },
  },
  'tab-bar-icon': {
    severity: 'warning',
    en: { message: 'Tab icon {path} {problem}' },
    zh: { message: 'tabBar 图标 {path} 有误：{problem}' },
  },
  'custom-tab-bar-missing': {
    severity: 'error',
    en: {
      message: 'tabBar.custom is set, but there is no component custom-tab-bar/index',
      help: 'Create custom-tab-bar/index.js, .json, .wxml and .wxss',
    },
    zh: {
      message: '已设置 tabBar.custom，但没有 custom-tab-bar/index 组件',
      help: '请创建 custom-tab-bar/index 的 js、json、wxml、wxss 文件',
    },
  },
  'preload-rule': {
    severity: 'warning',
    en: { message: 'preloadRule: {name} is not a {kind}' },
    zh: { message: 'preloadRule：{name} 不是有效的 {kind}' },
  },
  'theme-missing': {
    severity: 'error',
    en: { message: 'Theme variable {name} is used, but {where}' },
    zh: { message: '使用了主题变量 {name}，但{where}' },
  },
  'workers-missing': {
    severity: 'error',
    en: { message: 'workers names the folder {path}, which has no files' },
    zh: { message: 'workers 指定的目录 {path} 不存在' },
  },
  'sitemap-invalid': {
    severity: 'warning',
    en: { message: '{problem}' },
    zh: { message: 'sitemap 配置有误：{problem}' },
  },
  'resolve-alias': {
    severity: 'warning',
    en: { message: 'resolveAlias {key} → {value}: both must end with /*' },
    zh: { message: 'resolveAlias {key} → {value}：两边都必须以 /* 结尾' },
  },
  'extended-library-missing': {
    severity: 'error',
    en: {
      message: 'useExtendedLib asks for {name}, but the npm package {package} is not in the project',
      help: 'Run npm install {package} in the folder of package.json and build npm',
    },
    zh: {
      message: 'useExtendedLib 需要 {name}，但项目中没有 npm 包 {package}',
      help: '请在 package.json 所在目录执行 npm install {package} 并构建 npm',
    },
  },
  'component-missing': {
    severity: 'error',
    en: {
      message: 'usingComponents: {tag} → {path} is not there',
      help: 'Looked for {tried}',
    },
    zh: { message: 'usingComponents：{tag} → {path} 不存在', help: '已查找 {tried}' },
  },
  'component-plugin': {
    severity: 'warning',
    en: {
      message: 'Component {tag} comes from a plugin ({path}); plugins are not supported, the tag stays empty',
    },
    zh: { message: '组件 {tag} 来自插件（{path}），目前不支持插件，该标签不会渲染' },
  },
  'component-not-declared': {
    severity: 'warning',
    en: { message: '{path} is used as a component, but its JSON does not say "component": true' },
    zh: { message: '{path} 被当作组件使用，但其 JSON 未声明 "component": true' },
  },
  'component-other-package': {
    severity: 'warning',
    en: {
      message: '{tag} uses {path} of package {package} without a placeholder',
      help: 'Add {tag} to componentPlaceholder, or move the component to the main package',
    },
    zh: {
      message: '{tag} 使用了 {package} 分包中的 {path}，但没有占位组件',
      help: '请在 componentPlaceholder 中声明 {tag}，或把组件移到主包',
    },
  },
  'independent-uses-outside': {
    severity: 'warning',
    en: {
      message: 'Independent subpackage {package} uses {path}, which is outside of it',
      help: 'An independent subpackage can use its own files only; a copy is packed with it',
    },
    zh: {
      message: '独立分包 {package} 使用了分包之外的 {path}',
      help: '独立分包只能使用自身的文件；已将副本打入该分包',
    },
  },
  'generic-missing': {
    severity: 'warning',
    en: { message: 'componentGenerics {name}: the default component {path} is not there' },
    zh: { message: 'componentGenerics {name} 的默认组件 {path} 不存在' },
  },
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
  'template-syntax': {
    severity: 'error',
    en: { message: 'WXML: {problem}' },
    zh: { message: 'WXML 语法错误：{problem}' },
  },
  'template-notice': {
    severity: 'warning',
    en: { message: 'WXML: {problem}' },
    zh: { message: 'WXML：{problem}' },
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
  ...STYLE_DIAGNOSTICS,
  ...SCRIPT_DIAGNOSTICS,
  ...NPM_DIAGNOSTICS,
} as const satisfies Record<string, CatalogueEntry>

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CATALOGUE
