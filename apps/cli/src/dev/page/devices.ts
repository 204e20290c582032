/** Screens to try. Sizes in px as programs see them. */
export interface Device {
  name: string
  width: number
  height: number
  statusBarHeight: number
}

export const DEVICES: readonly Device[] = [
  { name: 'iPhone 15', width: 393, height: 852, statusBarHeight: 47 },
  { name: 'iPhone SE', width: 375, height: 667, statusBarHeight: 20 },
  { name: 'Pixel 8', width: 412, height: 915, statusBarHeight: 24 },
  { name: 'Galaxy S8', width: 360, height: 740, statusBarHeight: 24 },
  { name: 'iPad mini', width: 744, height: 1133, statusBarHeight: 24 },
]
