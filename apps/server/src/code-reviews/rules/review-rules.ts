import type { ReviewRule } from '@sampan/platform-api'

/**
 * What programs are rejected for, by the number of the rule.
 * https://developers.weixin.qq.com/miniprogram/product/reject.html, …/product/
 */
export const REVIEW_RULES: readonly ReviewRule[] = [
  rule(
    'J1.1',
    'Name, introduction or picture infringes, boasts or offends',
    '名称、简介或头像侵权、夸大或违规',
  ),
  rule(
    'J1.2.1',
    'Introduction is vague, or says something else than the program does',
    '简介含糊或与功能不符',
  ),
  rule('J1.2.2', 'Picture is blurred, or uses marks of the platform', '头像模糊或使用平台标识'),
  rule('J2.1', 'Category is not that of the service', '类目与实际服务不符'),
  rule('J2.2', 'The page of the category is broken or unlawful', '类目页面无法使用或违规'),
  rule('J3.1.1', 'It does something else than it says', '功能与简介不符'),
  rule(
    'J3.1.2',
    'What it is for is not found in two taps from its first page',
    '核心功能无法在两次点击内到达',
  ),
  rule('J3.1.5', 'Too simple: a page, a button', '功能过于简单'),
  rule('J3.1.7', 'Lists or promotes other programs', '罗列或推广其他小程序'),
  rule('J3.2.1', 'Urges users to share, follow or download', '诱导分享、关注或下载'),
  rule('J3.2.2', 'More advertisements than content', '广告超过内容'),
  rule('J3.2.5', 'False, fraudulent, or pretends to be somebody else', '虚假、欺诈或冒充'),
  rule('J3.2.8', 'Unlawful content', '内容违法'),
  rule('J3.2.11', 'Users publish, and nothing filters', '用户发布内容未过滤'),
  rule('J3.3.1', 'Unfinished, or for a test', '未完成或测试产品'),
  rule('J3.3.2', 'Ends or freezes', '崩溃或卡死'),
  rule('J3.3.4', 'Needs an account, and none was given for the review', '需要登录但未提供测试账号'),
  rule('J3.4.1', 'Takes data of users without their consent', '未经同意收集用户数据'),
  rule('J3.5.2', 'Runs or downloads code that was not reviewed', '运行或下载未经审核的代码'),
  rule('J3.6.1', 'Pop-ups that cannot be closed, or that look like the system’s', '弹窗无法关闭或模仿系统'),
  rule('O12.1', 'Signing in is forced at the start', '启动即强制登录'),
  rule('O14.6', 'Sells digital goods around the virtual payment', '虚拟商品未使用虚拟支付'),
  rule('O15.1', 'Purpose, extent or deletion of data is not stated', '未说明数据的目的、范围或删除方式'),
]

function rule(id: string, en: string, zh: string): ReviewRule {
  return { id, label: { en, zh } }
}
