import type { Messages } from './en'

export const zh: Messages = {
  usage: `Sampan 让微信小程序随处运行。

用法：sampan <命令> [选项]

命令：
  create <目录>      新建小程序
  dev <项目>         运行小程序，保存后自动刷新
  build <项目>       编译小程序到目录
  smoke <项目>       在无界面浏览器中打开每个页面并报告错误

通用选项：
  --lang en|zh       消息语言（默认取 SAMPAN_LANG 或系统语言）
  -h, --help         帮助，也可查看单个命令：sampan dev --help
  -v, --version      版本
`,
  usageCreate: `新建小程序。

用法：sampan create <目录> [选项]

选项：
  --template <名称>  可选：{templates}（默认 blank）
  --typescript       使用 TypeScript
  --appid <id>       写入 project.config.json 的 AppID（默认 touristappid）
`,
  usageBuild: `编译小程序。

用法：sampan build <项目> --out <目录> [选项]

选项：
  --out <目录>       输出目录；其中上一次的编译结果会被替换
  --no-minify        不压缩代码
  --source-map       输出 source map
  --json             以 JSON 输出结果与诊断信息

退出码：0 完成，1 项目有错误，2 用法有误。
`,
  usageDev: `运行小程序，保存后自动刷新。

用法：sampan dev [项目] [选项]

选项：
  --port <端口>      监听端口（默认 5180，被占用时取下一个空闲端口）
  --host <地址>      监听地址（默认全部，便于手机访问；127.0.0.1 表示仅本机）
  --no-open          不自动打开浏览器
  --private-network  允许程序请求局域网内的其他设备（公网服务器和本机始终允许）
`,
  usageSmoke: `在无界面浏览器中打开小程序的每个页面并报告错误。

用法：sampan smoke [项目] [选项]

选项：
  --page <路由>      只打开该页面；可多次使用，可带参数
  --json <文件>      以 JSON 写出报告（- 表示标准输出）
  --screenshots <目录>  为每个页面保存 PNG 截图
  --jobs <数量>      同时打开的页面数（默认 2）
  --timeout <毫秒>   页面首次绘制的最长等待时间（默认 15000）

退出码：0 所有页面均无未捕获错误，1 有页面出错，2 用法有误。
`,
  unknownCommand: '没有命令 {name}。运行 sampan --help 查看所有命令。',
  missingFolder: '缺少目录。用法：sampan {command} <目录>',
  missingOut: '缺少输出目录，请添加 --out <目录>。',
  tooManyArguments: '多余的参数：{argument}',
  invalidNumber: '{option} 应为 {minimum} 到 {maximum} 之间的整数，实际为 {found}',
  noProject: '{folder} 不是可读取的目录',

  folderNotEmpty: '{folder} 不是空目录。请换一个新目录，或先清空它。',
  notAFolder: '{folder} 是一个文件。',
  unknownTemplate: '没有模板 {name}。可用模板：{templates}',
  invalidAppId: '{found} 不是有效的 AppID：只能包含字母和数字，例如 wx0123456789abcdef',
  created: '已创建 {folder}，共 {count} 个文件。',
  createdNext: '下一步：sampan dev {folder}',

  error: '错误',
  warning: '警告',
  info: '提示',
  help: '建议',
  errorCount: '{count} 个错误',
  errorCountOne: '1 个错误',
  warningCount: '{count} 个警告',
  warningCountOne: '1 个警告',
  moreDiagnostics: '…… 另有 {count} 条',
  built: '已编译 {pages} 个页面，{size}，用时 {time} → {folder}',
  buildFailed: '未写出任何文件：项目没有可用的 app.json。',
  builtWithErrors: '编译完成但有错误：{pages} 个页面，{size}，用时 {time} → {folder}',
  outContainsProject: '--out {folder} 包含项目本身，其文件会被删除。',
  outNotEmpty: '--out {folder} 中有不属于编译结果的文件。请换一个目录，或先清空它。',

  devReady: '已就绪，用时 {time}',
  devLocal: '本机访问',
  devPhone: '同一网络的手机访问',
  devPhoneHint: '手机扫码打开：',
  devStop: '按 Ctrl+C 停止。',
  devRebuilt: '已重新编译，用时 {time}（{files}）',
  devPortTaken: '端口 {port} 已被占用，改用 {used}。',
  devPortTakenWanted: '端口 {port} 已被占用，请用 --port 指定其他端口。',

  smokeBrowser: '浏览器：{path}',
  smokeNoPages: '没有可打开的页面。',
  smokeUnknownPage: '{route} 不是该小程序的页面',
  smokePageOk: '通过',
  smokePageFailed: '失败',
  smokeSummary: '{pages} 个页面中有 {ok} 个打开时无未捕获错误，用时 {time}',
}
