import type { Viewport } from '../pages/layout'
import { Capsule } from './capsule'
import { type Curtain, createCurtain } from './curtain'
import { type OverlayLayer, createOverlayLayer } from './overlay'
import { screenStyles } from './screen.css'
import type { Text } from './texts'
import type { Theme } from './theme'
import { tokens } from './tokens.css'

/** The skeleton inside `<mini-program>`. It outlives programs: each start begins with an empty stage. */
export interface Screen {
  readonly root: HTMLElement
  readonly stage: HTMLElement
  readonly capsule: Capsule
  readonly overlay: OverlayLayer
  /** Over the pages, under the menu button: launch screen, problem screens. */
  readonly curtain: Curtain
  /** Holds the program's hidden world. */
  readonly mount: HTMLElement
  viewport(): Viewport
  setStatusBarHeight(px: number | undefined): void
  setTheme(theme: Theme): void
  setTexts(text: Text): void
  /** The menu button follows the page on top, or the theme while something covers the pages. */
  setCapsuleStyle(style: 'black' | 'white'): void
  /** Focus rings are for those who use the keyboard. */
  noteKeyboard(isUsed: boolean): void
}

const DESKTOP_STATUS_BAR_PX = 20

export function createScreen(host: HTMLElement): Screen {
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [tokens.styleSheet!, screenStyles.styleSheet!]
  const root = part('root')
  const stage = part('stage')
  const curtainLayer = part('curtain')
  const overlayElement = part('overlay')
  const mount = part('world')
  const probe = part('inset-probe')
  const capsule = new Capsule()
  mount.hidden = true
  root.append(stage, curtainLayer, capsule, overlayElement, probe, mount)
  shadow.append(root)
  let statusBarHeight: number | undefined
  let pageStyle: 'black' | 'white' = 'black'
  let isCovered = false

  function paintCapsule(): void {
    capsule.textStyle = isCovered ? (root.dataset.theme === 'dark' ? 'white' : 'black') : pageStyle
  }

  const fillsWindow = () => host.clientWidth >= innerWidth && host.clientHeight >= innerHeight
  const inset = (side: 'paddingTop' | 'paddingBottom') =>
    fillsWindow() ? Number.parseFloat(getComputedStyle(probe)[side]) || 0 : 0
  const statusBar = () => {
    if (statusBarHeight !== undefined) return statusBarHeight
    // A phone's browser has its own status bar, or tells by the inset that it has none.
    return fillsWindow() && matchMedia('(pointer: coarse)').matches
      ? inset('paddingTop')
      : DESKTOP_STATUS_BAR_PX
  }

  return {
    root,
    stage,
    capsule,
    // The menu button stays in reach: whatever a program keeps showing, the user can leave it.
    overlay: createOverlayLayer(overlayElement, [stage, curtainLayer]),
    curtain: createCurtain(curtainLayer, stage, (covered) => {
      isCovered = covered
      paintCapsule()
    }),
    mount,
    viewport() {
      const height = statusBar()
      root.style.setProperty('--status-bar-height', `${height}px`)
      root.style.setProperty('--bottom-inset', `${inset('paddingBottom')}px`)
      return {
        width: host.clientWidth,
        height: host.clientHeight,
        statusBarHeight: height,
        bottomInset: inset('paddingBottom'),
      }
    },
    setStatusBarHeight(px) {
      statusBarHeight = px
    },
    setTheme(theme) {
      root.dataset.theme = theme
      paintCapsule()
    },
    setTexts(text) {
      capsule.labels = { menu: text('menu'), close: text('close') }
    },
    setCapsuleStyle(style) {
      pageStyle = style
      paintCapsule()
    },
    noteKeyboard: (isUsed) => root.toggleAttribute('data-keyboard', isUsed),
  }
}

function part(name: string): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  element.setAttribute('part', name)
  return element
}
