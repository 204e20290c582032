import { toCssLength } from '../built-in-element'

/** Of `this.animate`'s keyframes and `wx.createAnimation`'s steps: numbers are degrees or px, as documented. */
export function isTransformFunction(name: string): boolean {
  return Object.hasOwn(TRANSFORMS, name)
}

export function transformFunction(name: string, values: unknown[]): string {
  return TRANSFORMS[name]!(values)
}

const TRANSFORMS: Record<string, (values: unknown[]) => string> = {
  matrix: (values) => `matrix(${values.join(',')})`,
  matrix3d: (values) => `matrix3d(${values.join(',')})`,
  rotate: ([angle]) => `rotate(${degrees(angle)})`,
  rotate3d: ([x, y, z, angle]) => `rotate3d(${x},${y},${z},${degrees(angle)})`,
  rotateX: ([angle]) => `rotateX(${degrees(angle)})`,
  rotateY: ([angle]) => `rotateY(${degrees(angle)})`,
  rotateZ: ([angle]) => `rotateZ(${degrees(angle)})`,
  scale: (values) => `scale(${values.join(',')})`,
  scale3d: (values) => `scale3d(${values.join(',')})`,
  scaleX: ([factor]) => `scaleX(${factor})`,
  scaleY: ([factor]) => `scaleY(${factor})`,
  scaleZ: ([factor]) => `scaleZ(${factor})`,
  skew: (values) => `skew(${values.map(degrees).join(',')})`,
  skewX: ([angle]) => `skewX(${degrees(angle)})`,
  skewY: ([angle]) => `skewY(${degrees(angle)})`,
  translate: (values) => `translate(${values.map(toCssLength).join(',')})`,
  translate3d: (values) => `translate3d(${values.map(toCssLength).join(',')})`,
  translateX: ([length]) => `translateX(${toCssLength(length)})`,
  translateY: ([length]) => `translateY(${toCssLength(length)})`,
  translateZ: ([length]) => `translateZ(${toCssLength(length)})`,
}

function degrees(angle: unknown): string {
  return typeof angle === 'number' || /^-?[\d.]+$/.test(String(angle)) ? `${String(angle)}deg` : String(angle)
}
