import { eventHandler, type H3Event } from 'h3'
import { cachedPage, type CachedPage } from '#server/utils/page-cache.ts'
import { isReadingPage } from '#server/utils/reading-pages.ts'
import { started } from '#server/start.ts'

/** Answers a reading page from memory. What varies is the language, which stands in the path, and the elder mode. */
export default eventHandler(async (event) => {
  const { method, url = '/' } = event.node.req
  if (method !== 'GET' || !isReadingPage(url)) return
  await started()
  const key = keyOf(event, url)
  event.context.pageKey = key
  const page = cachedPage(key, performance.now())
  if (page) send(event, page)
})

function keyOf(event: H3Event, path: string): string {
  const elder = event.node.req.headers.cookie?.includes('yz_mode=elder') ?? false
  return elder ? `${path} elder` : path
}

function send(event: H3Event, page: CachedPage): void {
  const { req, res } = event.node
  if (req.headers['if-none-match'] === page.etag) {
    res.writeHead(304, { etag: page.etag, vary: 'Cookie, Accept-Encoding' })
    res.end()
    return
  }
  const accepts = String(req.headers['accept-encoding'] ?? '')
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : undefined
  const body = encoding === 'br' ? page.brotli : encoding === 'gzip' ? page.gzip : page.html
  res.writeHead(200, {
    ...page.headers,
    etag: page.etag,
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  })
  res.end(body)
}
