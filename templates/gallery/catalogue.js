const { say } = require('./say')

/** Every page of the gallery: where it is, what it is called, what it shows. */
const components = [
  {
    url: '/component/view/view',
    title: 'view & text',
    hint: say({ en: 'Boxes and words', zh: '布局与文字' }),
  },
  {
    url: '/component/button/button',
    title: 'button',
    hint: say({ en: 'Types, sizes, abilities', zh: '类型、大小与开放能力' }),
  },
  {
    url: '/component/input/input',
    title: 'input & textarea',
    hint: say({ en: 'Fields to type in', zh: '文本输入' }),
  },
  {
    url: '/component/form/form',
    title: 'form',
    hint: say({ en: 'Many fields, one submit', zh: '收集表单' }),
  },
  {
    url: '/component/choice/choice',
    title: 'checkbox, radio, switch',
    hint: say({ en: 'Pick and toggle', zh: '选择与开关' }),
  },
  { url: '/component/slider/slider', title: 'slider', hint: say({ en: 'Drag to a number', zh: '滑动选择' }) },
  {
    url: '/component/picker/picker',
    title: 'picker & picker-view',
    hint: say({ en: 'Wheels for anything', zh: '滚轮选择' }),
  },
  { url: '/component/swiper/swiper', title: 'swiper', hint: say({ en: 'Slides to swipe', zh: '轮播' }) },
  {
    url: '/component/scroll-view/scroll-view',
    title: 'scroll-view',
    hint: say({ en: 'Scrolling inside a page', zh: '区域滚动' }),
  },
  {
    url: '/component/image/image',
    title: 'image',
    hint: say({ en: 'Thirteen ways to fit', zh: '图片与裁剪' }),
  },
  {
    url: '/component/movable/movable',
    title: 'movable-view',
    hint: say({ en: 'Drag and zoom', zh: '拖动与缩放' }),
  },
  {
    url: '/component/progress/progress',
    title: 'progress & icon',
    hint: say({ en: 'How far, how well', zh: '进度与图标' }),
  },
  {
    url: '/component/rich-text/rich-text',
    title: 'rich-text',
    hint: say({ en: 'Formatted text', zh: '富文本' }),
  },
  { url: '/component/video/video', title: 'video', hint: say({ en: 'Films', zh: '视频' }) },
  {
    url: '/component/canvas/canvas',
    title: 'canvas',
    hint: say({ en: 'Paint with a finger', zh: '手指作画' }),
  },
  { url: '/component/map/map', title: 'map', hint: say({ en: 'Places', zh: '地图' }) },
  {
    url: '/component/navigator/navigator',
    title: 'navigator',
    hint: say({ en: 'Links between pages', zh: '页面链接' }),
  },
]

const apis = [
  {
    url: '/api/feedback/feedback',
    title: say({ en: 'Modals & toasts', zh: '提示与对话框' }),
    hint: say({ en: 'Toast, modal, action sheet', zh: '轻提示、对话框、操作菜单' }),
  },
  {
    url: '/api/navigation/navigation',
    title: say({ en: 'Navigation', zh: '导航' }),
    hint: say({ en: 'The stack of pages', zh: '页面栈' }),
  },
  {
    url: '/api/storage/storage',
    title: say({ en: 'Storage', zh: '存储' }),
    hint: say({ en: 'Values that stay', zh: '本机数据' }),
  },
  {
    url: '/api/network/network',
    title: say({ en: 'Network', zh: '网络' }),
    hint: say({ en: 'Requests and domains', zh: '请求与域名' }),
  },
  {
    url: '/api/system/system',
    title: say({ en: 'System information', zh: '系统信息' }),
    hint: say({ en: 'Window, device, app', zh: '窗口、设备与宿主' }),
  },
  {
    url: '/api/clipboard/clipboard',
    title: say({ en: 'Clipboard', zh: '剪贴板' }),
    hint: say({ en: 'Copy and paste', zh: '复制与粘贴' }),
  },
  {
    url: '/api/animation/animation',
    title: say({ en: 'Animation', zh: '动画' }),
    hint: say({ en: 'Three ways to move', zh: '三种动画' }),
  },
  {
    url: '/api/query/query',
    title: say({ en: 'Queries & observers', zh: '节点查询' }),
    hint: say({ en: 'Where things are', zh: '位置与可见性' }),
  },
  {
    url: '/api/files/files',
    title: say({ en: 'Files', zh: '文件' }),
    hint: say({ en: 'A logbook', zh: '航海日志' }),
  },
  {
    url: '/api/media/media',
    title: say({ en: 'Pictures', zh: '图片' }),
    hint: say({ en: 'Choose and preview', zh: '选择与预览' }),
  },
  {
    url: '/api/location/location',
    title: say({ en: 'Location', zh: '位置' }),
    hint: say({ en: 'With consent', zh: '经用户同意' }),
  },
  {
    url: '/api/device/device',
    title: say({ en: 'Device', zh: '设备' }),
    hint: say({ en: 'Vibrate, battery, scan', zh: '振动、电量、扫码' }),
  },
  {
    url: '/api/wxs-drag/wxs-drag',
    title: say({ en: 'WXS drag', zh: 'WXS 拖动' }),
    hint: say({ en: 'Smooth while busy', zh: '忙碌时依然流畅' }),
  },
]

module.exports = { components, apis }
