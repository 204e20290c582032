/** `wx.loadFontFace` in this page. Rejects with the reason if the font cannot be loaded. */
export async function loadFontFace(request: unknown): Promise<void> {
  const { family, source, desc } = (request ?? {}) as Record<string, unknown>
  const { style, weight } = (desc ?? {}) as Record<string, unknown>
  const font = new FontFace(String(family), String(source), {
    ...(typeof style === 'string' ? { style } : {}),
    ...(typeof weight === 'string' || typeof weight === 'number' ? { weight: String(weight) } : {}),
  })
  await font.load()
  document.fonts.add(font)
}
