import { defineNitroPlugin, getRouteRules, useRuntimeConfig } from 'nitropack/runtime'
import { setResponseHeaders, type H3Event } from 'h3'
import { now } from '#domain/clock.ts'
import { askInside } from '#server/utils/ask-inside.ts'
import { keepPage } from '#server/utils/page-cache.ts'
import { contentSecurityPolicy, SECURITY_HEADERS } from '#server/utils/security-headers.ts'

/** Every answer carries the security headers; every page its policy; reading pages are kept. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    setResponseHeaders(event, SECURITY_HEADERS)
    event.context.ask = askInside(nitro, event)
    event.context.now = now
    // Nothing in the configuration depends on the request: else it is copied and filled from the environment each time.
    event.context.nitro.runtimeConfig = useRuntimeConfig()
  })
  nitro.hooks.hook('render:response', (response, { event }) => {
    if (response.headers) delete response.headers['x-powered-by']
    if (typeof response.body !== 'string') return
    response.body = withTexts(response.body, event)
    const policy = contentSecurityPolicy(response.body)
    setResponseHeaders(event, { 'content-security-policy': policy })
    const key = event.context.pageKey
    if (typeof key !== 'string') {
      setResponseHeaders(event, { 'cache-control': 'private, no-store' })
      return
    }
    const headers = {
      ...SECURITY_HEADERS,
      'content-security-policy': policy,
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'Cookie, Accept-Encoding',
    }
    setResponseHeaders(event, headers)
    if (response.statusCode === 200 || response.statusCode === undefined)
      keepPage(key, response.body, headers, performance.now())
  })
})

/** Lets the browser load a page's texts beside its script, not after it. Pages without script need none. */
function withTexts(html: string, event: H3Event): string {
  const texts: Record<string, string> | undefined = event.context.texts
  if (!texts || 'noScripts' in getRouteRules(event)) return html
  const links = Object.values(texts).map((url) => `<link rel="preload" as="fetch" crossorigin href="${url}">`)
  return html.replace('</head>', `${links.join('')}</head>`)
}
