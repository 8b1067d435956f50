import { getHeader, sendRedirect, type H3Event } from 'h3'
import type { Lang } from '#shared/text.ts'

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Whether the body is a native form. */
export function isFormBody(event: H3Event): boolean {
  const type = getHeader(event, 'content-type') ?? ''
  return FORM_TYPES.some((each) => type.startsWith(each))
}

/** Whether the body carries files. */
export function carriesFiles(event: H3Event): boolean {
  return (getHeader(event, 'content-type') ?? '').startsWith('multipart/form-data')
}

/** Whether the answer goes to a page: a native form post, which is answered with a redirect. */
export function wantsPage(event: H3Event): boolean {
  return isFormBody(event) && (getHeader(event, 'accept') ?? '').includes('text/html')
}

/** 303 to a page of ours, in the language of the page the post came from. */
export function redirectTo(event: H3Event, path: string, lang: Lang): Promise<void> {
  return sendRedirect(
    event,
    lang === 'en' && !path.startsWith('/en') ? `/en${path === '/' ? '' : path}` : path,
    303,
  )
}

/** The path (and query) of the page a form was posted from; the start page when it cannot be told. */
export function pageOf(event: H3Event): string {
  const referer = getHeader(event, 'referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('/') && !pathname.startsWith('//') ? pathname + search : '/'
}
