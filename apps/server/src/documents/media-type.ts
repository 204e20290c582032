export type DocumentMediaType = 'image/jpeg' | 'image/png'

/** By what is in the file: what the client says of it is no proof. Undefined if it is neither. */
export function detectMediaType(content: Uint8Array): DocumentMediaType | undefined {
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => content[index] === byte)
  if (startsWith(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return undefined
}

/** https://developers.weixin.qq.com/miniprogram/product/record/record_material.html */
export const MOST_DOCUMENT_BYTES = 2 * 1024 * 1024
