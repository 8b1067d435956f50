import { readFileSync } from 'node:fs'
import type { Outgoing } from '#shared/notices/delivery.ts'
import type { Lang } from '#shared/text.ts'

const read = new Map<Lang, Record<string, string>>()

/** The words of notices in a language, the same that stand in the inbox. */
function wordsIn(lang: Lang): Record<string, string> {
  const known = read.get(lang)
  if (known) return known
  const words: Record<string, string> = JSON.parse(readFileSync(`locales/${lang}/notices.json`, 'utf8'))
  read.set(lang, words)
  return words
}

/** A message as a mail: what happened, what to do, and where. */
export function mailOf({ kind, lang, params, link }: Outgoing): { subject: string; text: string } {
  const words = wordsIn(lang)
  const said = (key: string) =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
  const subject = said(`${kind}_title`)
  const lines = [subject, said(`${kind}_text`), pageOf(link, lang), said('mail_end')]
  return { subject, text: lines.join('\n\n') }
}

function pageOf(link: string, lang: Lang): string {
  const base = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`
  return `${base.replace(/\/+$/, '')}${lang === 'en' ? '/en' : ''}${link}`
}
