import { ROOT_NODE } from '@sampan/protocol'
import { type ApiContext, ApiError, type ApiTable, asyncApi, type PageView } from '../api-context'
import { toPlain } from '../host-apis'
import { requireString } from '../parameters'
import { currentPage } from './page-view'

interface FontFaceRequest {
  family: string
  source: string
  desc: unknown
}

/** `wx.loadFontFace`: the page's frame loads the font; a global one is loaded in pages that open later as well. */
export function createFontFaceApis(context: ApiContext): ApiTable {
  const globalFonts: FontFaceRequest[] = []
  context.on('pageOpened', (pageId) => {
    const page = context.program.pages().find(({ id }) => id === pageId)
    for (const font of globalFonts)
      if (page) load(page, font).catch((error: unknown) => context.warn(String(error)))
  })
  return {
    loadFontFace: asyncApi(context, 'loadFontFace', async (options) => {
      const font: FontFaceRequest = {
        family: requireString(options, 'family'),
        source: requireString(options, 'source'),
        desc: toPlain(options.desc),
      }
      const current = currentPage(context)
      if (options.global === true) globalFonts.push(font)
      const others = options.global === true ? context.program.pages().filter((page) => page !== current) : []
      for (const page of others) load(page, font).catch((error: unknown) => context.warn(String(error)))
      return load(current, font)
    }),
  }
}

async function load(page: PageView, font: FontFaceRequest): Promise<{ status: string }> {
  try {
    await page.callNode(ROOT_NODE, 'loadFontFace', [font])
    return { status: 'loaded' }
  } catch (error) {
    throw new ApiError({
      message: error instanceof Error ? error.message : String(error),
      extra: { status: 'error' },
    })
  }
}
