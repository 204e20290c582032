import type { Messages } from './en'

export const zh: Messages = {
  usage: `Sampan 让微信小程序随处运行。

用法：sampan <命令> [选项]

命令：
  create <目录>      新建小程序
  dev <项目>         运行小程序，保存后自动刷新
  build <项目>       编译小程序到目录
  smoke <项目>       在无界面浏览器中打开每个页面并报告错误
  login              用手机扫码登录平台；另有 logout、whoami
  bind <项目>        将项目绑定到您的小程序
  upload <项目>      上传版本
  preview <项目>     在手机上预览

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
  --server <地址>    可在页面上登录的平台（默认同 login）
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
  usageLogin: `用手机扫码，在平台上登录本机。

用法：sampan login [选项]

选项：
  --server <地址>    平台地址（默认取 SAMPAN_SERVER、最近登录的平台或 http://localhost:5170）
  --json             以 JSON 输出登录者；二维码输出到标准错误

退出码：0 已登录，1 被拒绝或超时，2 用法有误。
`,
  usageLogout: `退出本机的登录。

用法：sampan logout [--server <地址>]
`,
  usageWhoami: `显示本机的登录者和平台。

用法：sampan whoami [--server <地址>] [--json]

退出码：0 已登录，1 未登录，2 用法有误。
`,
  usageBind: `将项目绑定到平台上您的一个小程序。

用法：sampan bind [项目] [选项]

选项：
  --appid <id>       直接指定，不再询问
  --server <地址>    平台地址（默认为登录的平台）
  --json             以 JSON 输出绑定结果

AppID 写入团队共享的 project.config.json，平台地址写入 project.private.config.json。
`,
  usageUpload: `上传版本：只上传源码，由平台重新编译。

用法：sampan upload [项目] -v <版本号> [选项]

选项：
  -v, --version <版本号>  例如 1.0.0
  -d, --desc <说明>  版本描述
  --private-key <文件>  以小程序的上传密钥（private.<appid>.key）签名，代替个人登录；也可写作 --pkp
  -r, --robot <编号> 机器人编号，1 到 30（默认 1）
  --appid <id>       与项目的 AppID 不一致时拒绝
  --server <地址>    平台地址（默认为项目绑定或登录的平台）
  --json             以 JSON 输出版本、失败原因与诊断信息

退出码：0 已上传，1 项目有错误或平台拒绝，2 用法有误。
`,
  usagePreview: `显示预览二维码，25 分钟内可用您的手机打开。

用法：sampan preview [项目] [选项]

选项：
  --page <路由>      打开该页面，可带参数
  -d, --desc <说明>  版本描述
  --private-key <文件>  以小程序的上传密钥（private.<appid>.key）签名，代替个人登录；也可写作 --pkp
  -r, --robot <编号> 机器人编号，1 到 30（默认 1）
  --appid <id>       与项目的 AppID 不一致时拒绝
  --server <地址>    平台地址（默认为项目绑定或登录的平台）
  --json             以 JSON 输出版本、失败原因与诊断信息

退出码：0 完成，1 项目有错误或平台拒绝，2 用法有误。
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

  invalidServer: '{found} 不是平台地址，正确示例：https://mini.example.com',
  unreadableConfig: '无法读取 {file}：{reason}',
  unreadableKey: '{file} 不是上传密钥：{reason}',
  problemUnreachable: '平台没有响应：{detail}',
  problemSignIn: '尚未登录，请先运行 sampan login。',
  problemNotFound: '没有这个小程序，或您不是其成员。',
  problemForbidden: '您的角色没有此权限：{detail}',
  problemOften: '操作过于频繁：{detail}',
  problemSignature: '上传密钥与该小程序不符，可能已被新密钥替换。',
  problemClock: '本机时间有误，或请求耗时过长。',
  problemAddress: '本机地址不在上传白名单中：{detail}',
  loginScan: '请用手机扫码并同意登录：',
  loginOpen: '或打开 {url}',
  loginCode: '代码：{code}',
  loginDone: '已以 {name} 的身份登录 {server}',
  loginRefused: '手机端已拒绝登录。',
  loginLate: '等待确认超时，请重新运行 sampan login。',
  logoutDone: '已退出 {server}',
  logoutNobody: '尚未登录 {server}',
  bindDone: '已绑定到 {server} 的 {name}（{appId}）',
  bindNone: '您在 {server} 还没有小程序，请到管理后台创建。',
  bindChoose: '请选择（1–{count}）：',
  bindWhich: '请用 --appid <id> 指定小程序。',
  notBound: '项目尚未绑定小程序，请先运行 sampan bind。',
  otherAppId: '项目的 AppID 是 {found}，而不是 {wanted}。',
  missingVersion: '缺少版本号，请添加 -v <版本号>，例如 -v 1.0.0。',
  mainPackage: '主包',
  uploadCompiling: '正在编译……',
  uploadSending: '正在向 {server} 上传源码（{size}）……',
  uploadChecking: '平台正在编译……',
  uploadDone: '已上传 {appId} 的版本 {number}，{size}',
  uploadHasErrors: '项目有错误，未上传。',
  'uploadFailed.errors': '平台编译时发现错误。',
  'uploadFailed.app-id': '项目的 AppID 不符：{detail}',
  'uploadFailed.time': '平台编译超时：{detail}',
  'uploadFailed.memory': '编译占用内存过多：{detail}',
  'uploadFailed.bundle-size': '编译结果过大：{detail}',
  'uploadFailed.crash': '平台编译器异常：{detail}',
  'uploadFailed.bundle-differs': '平台的编译结果与本机不同：sampan 版本不一致，请更新。',
  'uploadFailed.package-too-large': '分包过大：{detail}',
  'uploadFailed.program-too-large': '小程序过大：{detail}',
  previewScan: '请用已登录本人账号的手机扫码，25 分钟内有效：',
}
