import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NOTICE_KINDS } from '#shared/notices/kinds.ts'
import { LANGS } from '#shared/text.ts'

describe.each(LANGS)('the words of messages in %s', (lang) => {
  const words: Record<string, string> = JSON.parse(readFileSync(`locales/${lang}/notices.json`, 'utf8'))

  it.each(Object.entries(NOTICE_KINDS))(
    '%s has a title and a text that name only what it is given',
    (kind, params) => {
      const [title, text] = [words[`${kind}_title`], words[`${kind}_text`]]
      expect(title).toBeTruthy()
      expect(text).toBeTruthy()
      const named = [...`${title}${text}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(named.filter((name) => !params.some((param) => param === name))).toEqual([])
    },
  )
})
