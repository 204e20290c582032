/** `animation` and `wxs` bring something else than components. */
export const VIEW_PARTS = [
  'animation',
  'canvas',
  'content',
  'editor',
  'forms',
  'live',
  'map',
  'movable',
  'page',
  'picker-view',
  'skyline',
  'swiper',
  'video',
  'wxs',
] as const

export type ViewPart = (typeof VIEW_PARTS)[number]

/**
 * Built-in components that few pages use come in scripts of their own, beside a page frame's first one, `view.js`: a
 * part is `packages/view/src/parts/<name>.ts`, its script `view-<name>.js`.
 */
export const VIEW_PART_TAGS = {
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
    'xr-scene',
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
} as const satisfies Partial<Record<ViewPart, readonly string[]>>

const partOfTag = new Map(
  Object.entries(VIEW_PART_TAGS).flatMap(([part, tags]) =>
    tags.map((tag) => [tag as string, part as ViewPart] as const),
  ),
)

/** Undefined for tags whose component the first script has, and for those that are none. */
export function viewPartOf(tag: string): ViewPart | undefined {
  return partOfTag.get(tag)
}
