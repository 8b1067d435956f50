import type { Lang } from '#shared/text.ts'

/** The language of the page: it stands in the path. */
export function useLang(): Lang {
  const { path } = useRoute()
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'zh'
}

/** Makes addresses of pages in the page's language. */
export function useLink(): (path: string) => string {
  const lang = useLang()
  return (path) => (lang === 'zh' ? path : path === '/' ? '/en' : `/en${path}`)
}

/** The address of this page in the other language. */
export function useOtherLanguagePath(): string {
  const { fullPath } = useRoute()
  if (fullPath === '/en') return '/'
  if (fullPath.startsWith('/en/') || fullPath.startsWith('/en?'))
    return fullPath.slice(3).replace(/^\?/, '/?')
  return fullPath === '/' ? '/en' : `/en${fullPath}`
}
