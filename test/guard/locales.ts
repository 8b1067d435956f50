import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { LANGS, type Lang } from '#shared/text.ts'
import { filesLike } from './sources.ts'

export type Messages = Record<string, string>

/** The texts of one language, by module. */
export function textsOf(lang: Lang): Map<string, Messages> {
  return new Map(
    filesLike(`locales/${lang}/*.json`).map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(file, 'utf8')),
    ]),
  )
}

export const TEXTS = new Map(LANGS.map((lang) => [lang, textsOf(lang)]))

/** Every module and key of Chinese, which is written first. */
export function keysOf(module: string, lang: Lang = 'zh'): string[] {
  return Object.keys(TEXTS.get(lang)?.get(module) ?? {})
}

/** The names of the values a text is filled with, sorted. */
export function placeholdersOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')
}
