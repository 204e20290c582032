/** What is wrong with configuration, pages, packages and components. Part of the catalogue in `diagnostics/`. */
export const PROJECT_DIAGNOSTICS = {
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
    en: { message: '{key} must be of type {expected}, found {found}', help: 'The default is used instead' },
    zh: { message: '{key} 的类型应为 {expected}，实际为 {found}', help: '已改用默认值' },
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
  'pack-rule-invalid': {
    severity: 'warning',
    en: { message: 'packOptions: {type} {value} is not a rule', help: 'It is left out' },
    zh: { message: 'packOptions：{type} {value} 不是有效规则', help: '已忽略' },
  },
  'pages-empty': {
    severity: 'error',
    en: {
      message: 'pages in app.json lists no page',
      help: 'Add the path of a page, for example pages/index/index',
    },
    zh: { message: 'app.json 的 pages 为空', help: '请添加页面路径，例如 pages/index/index' },
  },
  'path-outside': {
    severity: 'error',
    en: { message: '{path} leads out of the program' },
    zh: { message: '{path} 超出了小程序目录' },
  },
  'path-empty': {
    severity: 'error',
    en: { message: 'The path is empty' },
    zh: { message: '路径为空' },
  },
  'page-duplicate': {
    severity: 'warning',
    en: { message: 'Page {path} is listed twice' },
    zh: { message: '页面 {path} 重复声明' },
  },
  'page-missing': {
    severity: 'error',
    en: {
      message: 'Page {path} is not there',
      help: 'Create {path}.js and {path}.wxml, or take the page out of app.json',
    },
    zh: {
      message: '页面 {path} 不存在',
      help: '请创建 {path}.js 和 {path}.wxml，或从 app.json 中删除该页面',
    },
  },
  'page-incomplete': {
    severity: 'error',
    en: { message: 'Page {path} has no {extension} file', help: 'Create {path}{extension}' },
    zh: { message: '页面 {path} 缺少 {extension} 文件', help: '请创建 {path}{extension}' },
  },
  'page-in-subpackage': {
    severity: 'warning',
    en: {
      message: 'Page {path} of the main package is inside the root of subpackage {root}',
      help: 'List it in the pages of that subpackage',
    },
    zh: { message: '主包页面 {path} 位于分包 {root} 的目录中', help: '请把它写到该分包的 pages 中' },
  },
  'subpackage-root-missing': {
    severity: 'error',
    en: { message: 'A subpackage needs a root: a folder inside the program' },
    zh: { message: '分包必须声明 root，即小程序内的一个目录' },
  },
  'subpackage-root-twice': {
    severity: 'error',
    en: { message: 'Subpackage root {root} is used twice; the first one counts' },
    zh: { message: '分包 root {root} 重复声明，以第一个为准' },
  },
  'subpackage-root-nested': {
    severity: 'error',
    en: { message: 'Subpackage root {root} overlaps with {other}' },
    zh: { message: '分包 root {root} 与 {other} 重叠' },
  },
  'subpackage-root-empty': {
    severity: 'error',
    en: { message: 'Subpackage root {root} has no files' },
    zh: { message: '分包 root {root} 下没有文件' },
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
  'tab-bar-icon-missing': {
    severity: 'error',
    en: { message: 'Tab icon {path} is not there' },
    zh: { message: 'tabBar 图标 {path} 不存在' },
  },
  'tab-bar-icon-type': {
    severity: 'warning',
    en: { message: 'Tab icon {path} should be a .png, .jpg or .jpeg file' },
    zh: { message: 'tabBar 图标 {path} 应为 .png、.jpg 或 .jpeg 文件' },
  },
  'tab-bar-icon-size': {
    severity: 'warning',
    en: { message: 'Tab icon {path} is larger than 40 KB' },
    zh: { message: 'tabBar 图标 {path} 超过 40 KB' },
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
  'preload-rule-page': {
    severity: 'warning',
    en: { message: 'preloadRule: {name} is not a page' },
    zh: { message: 'preloadRule：{name} 不是页面' },
  },
  'preload-rule-package': {
    severity: 'warning',
    en: { message: 'preloadRule: {name} is not a subpackage' },
    zh: { message: 'preloadRule：{name} 不是分包' },
  },
  'theme-file-missing': {
    severity: 'error',
    en: {
      message: 'Theme variable {name} is used, but there is no theme file',
      help: 'Set themeLocation in app.json',
    },
    zh: { message: '使用了主题变量 {name}，但没有主题文件', help: '请在 app.json 中设置 themeLocation' },
  },
  'theme-variable-missing': {
    severity: 'error',
    en: { message: 'Theme variable {name} has no {mode} value in the theme file' },
    zh: { message: '主题文件中缺少变量 {name} 的 {mode} 值' },
  },
  'workers-missing': {
    severity: 'error',
    en: { message: 'workers names the folder {path}, which has no files' },
    zh: { message: 'workers 指定的目录 {path} 不存在' },
  },
  'private-infos-conflict': {
    severity: 'warning',
    en: { message: 'requiredPrivateInfos has both {fuzzy} and {precise}, which exclude each other' },
    zh: { message: 'requiredPrivateInfos 不能同时声明 {fuzzy} 和 {precise}' },
  },
  'entrance-page': {
    severity: 'warning',
    en: { message: 'entranceDeclare names {path}, which is not a page' },
    zh: { message: 'entranceDeclare 中的 {path} 不是页面' },
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
  'renderer-xr-frame': {
    severity: 'warning',
    en: {
      message:
        'Component {path} is drawn by xr-frame, which is not supported (components like this: {count})',
      help: 'Its xr-scene becomes an empty box with a notice and is never ready; keep what matters outside of it',
    },
    zh: {
      message: '组件 {path} 由 xr-frame 渲染，暂不支持（此类组件共 {count} 个）',
      help: '其中的 xr-scene 会显示为带提示的空白区域，且不会触发 ready；请将重要内容放在它之外',
    },
  },
  'component-plugin': {
    severity: 'warning',
    en: {
      message: 'Component {tag} comes from a plugin that is not in the project ({path}); the tag stays empty',
    },
    zh: { message: '组件 {tag} 来自插件（{path}），插件源码不在项目中，该标签不会渲染' },
  },
  'plugin-file-missing': {
    severity: 'error',
    en: { message: '{key} names {path}, which is not there' },
    zh: { message: '{key} 指定的 {path} 不存在' },
  },
  'component-not-declared': {
    severity: 'info',
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
} as const
