import type { Environment } from '@sampan/protocol'
import { CAPSULE } from '../interface/capsule-geometry'

export const TAB_BAR_HEIGHT_PX = 50

/** What the element looks like from outside, px. */
export interface Viewport {
  width: number
  height: number
  statusBarHeight: number
  bottomInset: number
}

export type Geometry = Pick<
  Environment,
  | 'windowWidth'
  | 'windowHeight'
  | 'screenWidth'
  | 'screenHeight'
  | 'statusBarHeight'
  | 'safeArea'
  | 'menuButton'
  | 'deviceOrientation'
>

/** As WeChat counts: the window is what the native navigation bar and tab bar leave of the screen. */
export function computeGeometry(
  viewport: Viewport,
  page: { customNavigation: boolean; tabBarVisible: boolean },
): Geometry {
  const { width, height, statusBarHeight, bottomInset } = viewport
  const navigation = page.customNavigation ? 0 : statusBarHeight + CAPSULE.navigationBarHeight
  const tabBar = page.tabBarVisible ? TAB_BAR_HEIGHT_PX + bottomInset : 0
  const top = statusBarHeight + (CAPSULE.navigationBarHeight - CAPSULE.height) / 2
  const right = width - CAPSULE.rightMargin
  return {
    windowWidth: width,
    windowHeight: Math.max(0, height - navigation - tabBar),
    screenWidth: width,
    screenHeight: height,
    statusBarHeight,
    safeArea: {
      left: 0,
      right: width,
      top: statusBarHeight,
      bottom: height - bottomInset,
      width,
      height: height - statusBarHeight - bottomInset,
    },
    menuButton: {
      width: CAPSULE.width,
      height: CAPSULE.height,
      top,
      right,
      bottom: top + CAPSULE.height,
      left: right - CAPSULE.width,
    },
    deviceOrientation: width > height ? 'landscape' : 'portrait',
  }
}
