/** Picks the wording of the page's language; for words that stand in one place only, such as examples. */
export function usePick(): <T>(zh: T, en: T) => T {
  const lang = useLang()
  return (zh, en) => (lang === 'zh' ? zh : en)
}
