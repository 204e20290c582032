import { toPx } from '../../built-in-element'
import type { Location } from './projection'

/** What programs give to maps, checked and with defaults. Anything that has no place on the earth is left out. */
export interface MarkerData extends Location {
  id: number
  title: string
  iconPath: string
  /** px; undefined is the picture's own */
  width: number | undefined
  height: number | undefined
  rotate: number
  alpha: number
  zIndex: number
  anchor: { x: number; y: number }
  callout: BubbleData | undefined
  hasCustomCallout: boolean
  label: BubbleData | undefined
  ariaLabel: string
}

/** A callout or a label. */
export interface BubbleData {
  content: string
  color: string
  fontSizePx: number
  borderRadiusPx: number
  borderWidthPx: number
  borderColor: string
  backgroundColor: string
  paddingPx: number
  isAlwaysShown: boolean
  textAlign: string
  anchorX: number
  anchorY: number
}

export interface LineData {
  points: Location[]
  color: string
  /** One for each stretch, where the line changes colour. */
  colors: string[]
  widthPx: number
  isDotted: boolean
  hasArrows: boolean
  borderColor: string
  borderWidthPx: number
}

export interface AreaData {
  points: Location[]
  strokeWidthPx: number
  strokeColor: string
  fillColor: string
  zIndex: number
}

export interface CircleData extends Location {
  color: string
  fillColor: string
  radiusM: number
  strokeWidthPx: number
}

export interface ControlData {
  id: number
  iconPath: string
  isClickable: boolean
  leftPx: number
  topPx: number
  widthPx: number | undefined
  heightPx: number | undefined
}

type Fields = Record<string, unknown>

export function readLocation(value: unknown): Location | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { longitude, latitude } = value as Fields
  const location = { longitude: Number(longitude), latitude: Number(latitude) }
  return Number.isFinite(location.longitude) && Number.isFinite(location.latitude) ? location : undefined
}

export function readLocations(value: unknown): Location[] {
  return Array.isArray(value) ? value.flatMap((each) => readLocation(each) ?? []) : []
}

export function readMarkers(value: unknown): MarkerData[] {
  return listOf(value).flatMap((fields, index) => {
    const location = readLocation(fields)
    if (!location) return []
    const anchor = recordOf(fields.anchor)
    return [
      {
        ...location,
        id: numberOr(fields.id, index),
        title: textOr(fields.title, ''),
        iconPath: textOr(fields.iconPath, ''),
        width: lengthOf(fields.width),
        height: lengthOf(fields.height),
        rotate: numberOr(fields.rotate, 0),
        alpha: numberOr(fields.alpha, 1),
        zIndex: numberOr(fields.zIndex, 0),
        anchor: { x: numberOr(anchor.x, 0.5), y: numberOr(anchor.y, 1) },
        callout: readBubble(fields.callout, { color: '#000', background: '#fff', padding: 8 }),
        hasCustomCallout: typeof fields.customCallout === 'object' && fields.customCallout !== null,
        label: readBubble(fields.label, { color: '#000', background: 'transparent', padding: 0 }),
        ariaLabel: textOr(fields.ariaLabel, ''),
      },
    ]
  })
}

function readBubble(
  value: unknown,
  defaults: { color: string; background: string; padding: number },
): BubbleData | undefined {
  const fields = recordOf(value)
  const content = textOr(fields.content, '')
  if (content === '') return undefined
  return {
    content,
    color: textOr(fields.color, defaults.color),
    fontSizePx: lengthOf(fields.fontSize) ?? 14,
    borderRadiusPx: lengthOf(fields.borderRadius) ?? 0,
    borderWidthPx: lengthOf(fields.borderWidth) ?? 0,
    borderColor: textOr(fields.borderColor, 'transparent'),
    backgroundColor: textOr(fields.bgColor, defaults.background),
    paddingPx: lengthOf(fields.padding) ?? defaults.padding,
    isAlwaysShown: fields.display === 'ALWAYS',
    textAlign: textOr(fields.textAlign, 'center'),
    anchorX: lengthOf(fields.anchorX ?? fields.x) ?? 0,
    anchorY: lengthOf(fields.anchorY ?? fields.y) ?? 0,
  }
}

export function readLines(value: unknown): LineData[] {
  return listOf(value).map((fields) => ({
    points: readLocations(fields.points),
    color: textOr(fields.color, '#000000'),
    colors: Array.isArray(fields.colorList) ? fields.colorList.map(String) : [],
    widthPx: numberOr(fields.width, 1),
    isDotted: fields.dottedLine === true,
    hasArrows: fields.arrowLine === true,
    borderColor: textOr(fields.borderColor, ''),
    borderWidthPx: numberOr(fields.borderWidth, 0),
  }))
}

export function readAreas(value: unknown): AreaData[] {
  return listOf(value)
    .map((fields) => ({
      points: readLocations(fields.points),
      strokeWidthPx: numberOr(fields.strokeWidth, 1),
      strokeColor: textOr(fields.strokeColor, '#000000'),
      fillColor: textOr(fields.fillColor, 'transparent'),
      zIndex: numberOr(fields.zIndex, 0),
    }))
    .sort((a, b) => a.zIndex - b.zIndex)
}

export function readCircles(value: unknown): CircleData[] {
  return listOf(value).flatMap((fields) => {
    const location = readLocation(fields)
    if (!location) return []
    return [
      {
        ...location,
        color: textOr(fields.color, '#000000'),
        fillColor: textOr(fields.fillColor, 'transparent'),
        radiusM: numberOr(fields.radius, 0),
        strokeWidthPx: numberOr(fields.strokeWidth, 1),
      },
    ]
  })
}

export function readControls(value: unknown): ControlData[] {
  return listOf(value).map((fields, index) => {
    const position = recordOf(fields.position)
    return {
      id: numberOr(fields.id, index),
      iconPath: textOr(fields.iconPath, ''),
      isClickable: fields.clickable === true,
      leftPx: numberOr(position.left, 0),
      topPx: numberOr(position.top, 0),
      widthPx: lengthOf(position.width),
      heightPx: lengthOf(position.height),
    }
  })
}

/** `#RRGGBBAA` and `#RRGGBB` are CSS; other texts that are no colour draw nothing. */
export function colourOr(value: string, otherwise: string): string {
  return CSS.supports('color', value) ? value : otherwise
}

function listOf(value: unknown): Fields[] {
  if (!Array.isArray(value)) return []
  return value.filter((each): each is Fields => typeof each === 'object' && each !== null)
}

export function recordOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

export function numberOr<T>(value: unknown, otherwise: T): number | T {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : otherwise
}

function textOr(value: unknown, otherwise: string): string {
  return value === undefined || value === null || value === '' ? otherwise : String(value)
}

function lengthOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  return toPx(value, innerWidth)
}
