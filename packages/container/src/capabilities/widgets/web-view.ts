import * as v from 'valibot'
import type { WidgetFactory } from './widget'

const parametersSchema = v.object({ src: v.pipe(v.string(), v.maxLength(100_000)) })

/**
 * `<web-view>`: a web page over the whole page, only from domains that the program may show. It keeps its own origin
 * (logins work), reaches nothing of the host, and cannot leave its frame.
 */
const openWebView: WidgetFactory = (context, params) => {
  const { host } = context
  const iframe = document.createElement('iframe')
  iframe.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups')
  iframe.referrerPolicy = 'no-referrer'
  iframe.allow = 'fullscreen'
  iframe.title = 'web-view'
  iframe.className = 'web-view'
  iframe.addEventListener('load', () => context.event('load', { src: iframe.src }))
  iframe.addEventListener('error', () => context.event('error', { url: iframe.src, fullUrl: iframe.src }))

  function open(changed: unknown): void {
    const { src } = v.parse(parametersSchema, changed)
    const address = allowedAddress(src, host.settings)
    if (!address) {
      host.log('error', `web-view: ${host.text('web page.blocked')}: ${src.slice(0, 500)}`)
      context.event('error', { url: src, fullUrl: src })
      iframe.remove()
      return
    }
    if (host.settings.domains === 'any' || host.settings.envVersion === 'develop') {
      host.log('warn', `web-view: ${new URL(address).host}: the list of web page domains is off`)
    }
    iframe.src = address
    if (!iframe.isConnected) context.area.append(iframe)
  }
  open(params)

  return { update: open, close: () => iframe.remove() }
}

/** A page of the host's own origin would be free of its sandbox, so it is never shown. */
function allowedAddress(
  src: string,
  settings: Parameters<WidgetFactory>[0]['host']['settings'],
): string | undefined {
  let url: URL
  try {
    url = new URL(src)
  } catch {
    return undefined
  }
  if (url.origin === location.origin) return undefined
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  if (settings.domains === 'any' || settings.envVersion === 'develop') return url.href
  const isListed = settings.domains.webView.some((domain) => sameOrigin(domain, url))
  return url.protocol === 'https:' && isListed ? url.href : undefined
}

function sameOrigin(domain: string, url: URL): boolean {
  const listed = /^[a-z]+:\/\//i.test(domain) ? domain : `https://${domain}`
  try {
    return new URL(listed).origin === url.origin
  } catch {
    return false
  }
}

export { openWebView as open }
export { widgetTexts as texts } from './texts'
