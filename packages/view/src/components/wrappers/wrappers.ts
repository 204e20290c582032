import { addPageStyles } from '../styling/sheets'

/** Handlers of Skyline: only worklets hear of them. With a web view they stand for the child they hold. */
const GESTURE_HANDLERS = [
  'double-tap',
  'force-press',
  'horizontal-drag',
  'long-press',
  'pan',
  'scale',
  'tap',
  'vertical-drag',
].map((name) => `wx-${name}-gesture-handler`)

const BLOCKS = [
  'grid-builder',
  'list-builder',
  'native-component',
  'nested-scroll-body',
  'nested-scroll-header',
  'share-element',
].map((name) => `wx-${name}`)

/** Tags without behaviour of their own: a rule is all they need. */
export const wrapperElements = {
  define(): void {
    addPageStyles(
      `:where(${GESTURE_HANDLERS.join(', ')}) { display: contents; }\n:where(${BLOCKS.join(', ')}) { display: block; }`,
    )
  },
}
