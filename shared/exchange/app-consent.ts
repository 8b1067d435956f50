import { listed, type Lang, type Text } from '../text.ts'

/** Version of the words below; a consent says under which it was given. */
export const APP_CONSENT_VERSION = '2026-11'

const WORDS: Text = {
  zh: '我同意{app}调取我的《{certificate}》，用于其向我提供服务。仅限以下内容：{fields}。授权至{until}有效，我可以随时在“我的数据”中撤回；撤回后不再提供。每次调取都会记录，我可以查看。',
  en: 'I agree that {app} may fetch my {certificate} in order to serve me. It gets only this: {fields}. This holds until {until}, and I can revoke it at any time under “My data”; after that nothing more is given. Every time it is fetched is recorded, and I can see it.',
}

/** What a person agrees to, word for word: shown on the page, and recorded with the consent. */
export function appConsentWords(
  terms: { app: string; certificate: string; fields: readonly string[]; until: string },
  lang: Lang,
): string {
  const filled = { ...terms, fields: listed(terms.fields, lang) }
  return WORDS[lang].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(Reflect.get(filled, name) ?? whole),
  )
}

/** A consent that another system asks a person for. */
export interface AppConsentView {
  /** Key of the system, and code of the certificate type. */
  app: string
  type: string
  appName: string
  certificate: string
  words: string
  /** Whether the person has such a certificate. */
  held: boolean
  /** The consent that was given a moment ago: its number, and the way back to the system. */
  given: { number: string; back: string | null } | null
}
