/**
 * Built-in components that few pages use come in scripts of their own, beside the frame's first one: a part is
 * `parts/<name>.ts`, its script `view-<name>.js`.
 */
export const PART_TAGS = {
  canvas: ['canvas'],
  content: ['cover-image', 'cover-view', 'icon', 'progress', 'rich-text'],
  editor: ['editor'],
  forms: [
    'checkbox',
    'checkbox-group',
    'form',
    'label',
    'picker',
    'radio',
    'radio-group',
    'slider',
    'switch',
    'textarea',
  ],
  live: ['camera', 'channel-live', 'channel-video', 'live-player', 'live-pusher', 'voip-room'],
  map: ['map'],
  movable: ['movable-area', 'movable-view'],
  page: [
    'ad',
    'ad-custom',
    'functional-page-navigator',
    'keyboard-accessory',
    'match-media',
    'navigation-bar',
    'official-account',
    'open-data',
    'page-container',
    'page-meta',
    'root-portal',
    'web-view',
  ],
  'picker-view': ['picker-view', 'picker-view-column'],
  skyline: [
    'double-tap-gesture-handler',
    'draggable-sheet',
    'force-press-gesture-handler',
    'grid-builder',
    'grid-view',
    'horizontal-drag-gesture-handler',
    'list-builder',
    'list-view',
    'long-press-gesture-handler',
    'native-component',
    'nested-scroll-body',
    'nested-scroll-header',
    'open-container',
    'pan-gesture-handler',
    'scale-gesture-handler',
    'selection',
    'share-element',
    'snapshot',
    'sticky-header',
    'sticky-section',
    'tap-gesture-handler',
    'vertical-drag-gesture-handler',
  ],
  swiper: ['swiper', 'swiper-item'],
  video: ['audio', 'video'],
} as const satisfies Record<string, readonly string[]>

/** Parts that bring something else than components. */
export type FeaturePart = 'animation' | 'wxs'
export type Part = keyof typeof PART_TAGS | FeaturePart

const parts = new Map<string, Part>()
for (const [part, tags] of Object.entries(PART_TAGS)) for (const tag of tags) parts.set(tag, part as Part)

/** Undefined for tags whose component the first script has, and for those that are none. */
export function partOfTag(tag: string): Part | undefined {
  return parts.get(tag)
}
