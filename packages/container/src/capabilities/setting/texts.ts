import type { TextTable } from '../../interface/texts'

export const settingTexts = {
  'permission.scope.userLocation': { en: 'Use your location', zh_CN: '获取你的位置信息' },
  'permission.scope.userFuzzyLocation': {
    en: 'Use your approximate location',
    zh_CN: '获取你的模糊位置信息',
  },
  'permission.scope.userLocationBackground': {
    en: 'Use your location in the background',
    zh_CN: '在后台获取你的位置信息',
  },
  'permission.scope.record': { en: 'Use the microphone', zh_CN: '使用你的麦克风' },
  'permission.scope.camera': { en: 'Use the camera', zh_CN: '使用你的摄像头' },
  'permission.scope.writePhotosAlbum': {
    en: 'Save pictures and videos for you',
    zh_CN: '保存图片或视频到你的相册',
  },
  'permission.scope.bluetooth': { en: 'Use Bluetooth', zh_CN: '使用你的蓝牙' },
  'permission.scope.addPhoneContact': { en: 'Add a contact', zh_CN: '添加到你的通讯录' },
  'permission.scope.addPhoneCalendar': { en: 'Add to your calendar', zh_CN: '添加到你的日历' },
  'permission.scope.werun': { en: 'Read your step count', zh_CN: '获取你的运动步数' },
  'setting.title': { en: 'Settings', zh_CN: '设置' },
  'setting.allow': { en: 'Allow “{name}” to use', zh_CN: '允许“{name}”使用' },
  'setting.none': {
    en: '“{name}” has not asked for anything yet.',
    zh_CN: '“{name}”尚未使用需要授权的信息。',
  },
  'setting.scope.userLocation': { en: 'Location', zh_CN: '位置信息' },
  'setting.scope.userFuzzyLocation': { en: 'Approximate location', zh_CN: '模糊位置信息' },
  'setting.scope.userLocationBackground': { en: 'Location in the background', zh_CN: '后台位置信息' },
  'setting.scope.record': { en: 'Microphone', zh_CN: '麦克风' },
  'setting.scope.camera': { en: 'Camera', zh_CN: '摄像头' },
  'setting.scope.writePhotosAlbum': { en: 'Save to album', zh_CN: '添加到相册' },
  'setting.scope.bluetooth': { en: 'Bluetooth', zh_CN: '蓝牙' },
  'setting.scope.addPhoneContact': { en: 'Add contacts', zh_CN: '添加到通讯录' },
  'setting.scope.addPhoneCalendar': { en: 'Calendar', zh_CN: '添加到日历' },
  'setting.scope.werun': { en: 'Step count', zh_CN: '运动步数' },
} as const satisfies TextTable
