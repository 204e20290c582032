import * as v from 'valibot'
import { resolveAddress, toPath } from '../../pages/resolve-route'
import type { Page } from '../../pages/page'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'

/** What goes out when a user shares: the embedder may take it over, else the browser shares a link. */
export interface ShareCard {
  appId: string
  title: string
  /** Page with query. */
  path: string
  imageUrl?: string
}

export interface ShareParts {
  host: CapabilityHost
  top(): Page | undefined
  /** Asks the page's `onShareAppMessage`; undefined if it has none. */
  askPage(page: Page, detail: unknown): Promise<unknown>
  /** Hands the card over. */
  deliver(card: ShareCard): Promise<void>
}

export interface Share extends Capability {
  /** False while the page has hidden it. */
  isOffered(page: Page): boolean
  /** The user wants to share the page on top. */
  share(from: 'menu' | 'button', detail?: { target?: unknown; content?: unknown }): Promise<void>
}

const cardSchema = v.object({
  title: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  path: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
  imageUrl: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
})
const menus = v.optional(v.array(v.string()))

export function createShare({ host, top, askPage, deliver }: ShareParts): Share {
  const hidden = new WeakSet<Page>()

  function requireTop(): Page {
    const page = top()
    if (!page) throw new CapabilityError('there is no page')
    return page
  }

  async function share(
    from: 'menu' | 'button',
    { target, content }: { target?: unknown; content?: unknown } = {},
  ): Promise<void> {
    const page = requireTop()
    const given = content ?? (await askPage(page, { from, target }))
    if (from === 'menu' && given === undefined) throw new CapabilityError(host.text('cannot be shared'))
    const parsed = v.safeParse(cardSchema, given ?? {})
    const { title, path, imageUrl } = parsed.success ? parsed.output : {}
    await deliver({
      appId: host.appId,
      title: title || host.manifest.name,
      // The path that the page gave, or its own.
      path: toPath(path ? resolveAddress(path, page.route) : page),
      ...(imageUrl ? { imageUrl } : {}),
    })
  }

  return {
    isOffered: (page) => !hidden.has(page),
    share,
    methods: {
      showShareMenu: method(v.object({ menus }), () => void hidden.delete(requireTop())),
      hideShareMenu: method(v.object({ menus }), ({ menus }) => {
        if (!menus || menus.includes('shareAppMessage')) hidden.add(requireTop())
      }),
      updateShareMenu: method(v.object({}), () => requireTop() && undefined),
      /** A `button` with `open-type="share"`. With `content` the page has been asked already. */
      openShare: method(
        v.object({ target: v.optional(v.unknown()), content: v.optional(v.unknown()) }),
        (params) => share('button', params),
      ),
    },
  }
}
