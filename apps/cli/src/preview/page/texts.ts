/** Texts of the preview and the simulator. */
const TEXTS = {
  en: {
    problems: 'Problems',
    noProblems: 'No problems',
    dismiss: 'Dismiss',
    notRunning: 'The program does not run: see the problems.',
    page: 'Page',
    device: 'Device',
    theme: 'Theme',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    restart: 'Restart',
    console: 'Console',
    clear: 'Clear',
    consoleEmpty: 'What the program logs shows up here.',
    help: 'Help',
    openAlone: 'Open alone',
    error: 'Error',
    warning: 'Warning',
    info: 'Note',
    signIn: 'Sign in',
    scan: 'Scan with your phone and approve. The commands on this computer are signed in with it.',
  },
  zh: {
    problems: '问题',
    noProblems: '没有问题',
    dismiss: '关闭',
    notRunning: '程序未运行，请查看问题列表。',
    page: '页面',
    device: '设备',
    theme: '主题',
    themeSystem: '跟随系统',
    themeLight: '浅色',
    themeDark: '深色',
    restart: '重新启动',
    console: '控制台',
    clear: '清空',
    consoleEmpty: '程序输出的日志会显示在这里。',
    help: '建议',
    openAlone: '单独打开',
    error: '错误',
    warning: '警告',
    info: '提示',
    signIn: '登录',
    scan: '请用手机扫码并同意，本机的命令行将一并登录。',
  },
}

export type Texts = (typeof TEXTS)['en']

export function textsOf(language: 'en' | 'zh'): Texts {
  return TEXTS[language]
}
