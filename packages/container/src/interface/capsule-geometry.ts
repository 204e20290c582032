/** px. The program reads this geometry through `getMenuButtonBoundingClientRect`. */
export const CAPSULE = { width: 87, height: 32, rightMargin: 7, navigationBarHeight: 44 } as const
