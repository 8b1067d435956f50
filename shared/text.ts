/** The portal's languages, Chinese first. */
export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** Content of departments (catalogue, forms): always in every language. */
export type Text = Record<Lang, string>

/** The words of a text in one language. */
export function say(text: Text, lang: Lang): string {
  return text[lang]
}

/** Several things in one line: 甲、乙、丙 / a, b, c. */
export function listed(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === 'zh' ? '、' : ', ')
}
