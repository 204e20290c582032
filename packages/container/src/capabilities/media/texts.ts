import type { TextTable } from '../../interface/texts'

export const mediaTexts = {
  'media.from': { en: 'Choose from', zh_CN: '选择来源' },
  'media.album': { en: 'Album', zh_CN: '从相册选择' },
  'media.camera': { en: 'Camera', zh_CN: '拍摄' },
  'media.viewer': { en: 'Pictures', zh_CN: '图片预览' },
  'media.turn': { en: 'Turn', zh_CN: '旋转' },
  'media.zoom': { en: 'Size', zh_CN: '缩放' },
  'media.avatar': { en: 'Picture for this program', zh_CN: '选择头像' },
  'media.anonymousAvatar': { en: 'Neutral grey picture', zh_CN: '使用默认灰色头像' },
  'media.ownAvatar': { en: 'One of your own', zh_CN: '从相册选择或拍摄' },
} as const satisfies TextTable
