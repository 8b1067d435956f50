import { describe, expect, test } from 'vitest'
import { elementOf } from '../../../shared/catalog/bundle.ts'
import type { DataElement } from '../../../shared/elements/element.ts'
import { eventGuide } from '../../../shared/guides/event-guide.ts'
import { itemGuide } from '../../../shared/guides/item-guide.ts'
import type { Around } from '../../../shared/guides/around.ts'
import { guidanceOf } from '../../../shared/guidance/guidance.ts'
import { LANGS } from '../../../shared/text.ts'
import { bundle, published } from '../../support/published.ts'

const EVENTS = published.all('lifeEvent').map(({ code }) => code)
const BUNDLES = new Map(EVENTS.map((code) => [code, bundle(code)]))
const WALKS = 40
const HALLS = published.all('hall')
const titleOf = (code: string) => published.find('lifeEvent', code)?.title

/** A small generator, so that a walk that fails can be walked again. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

function answerOf({ type, options = [], min = 0 }: DataElement, next: () => number): string | string[] {
  if (type === 'yesNo') return next() < 0.5 ? 'yes' : 'no'
  const values = options.map(({ value }) => value)
  if (type === 'choices') return values.filter(() => next() < 0.5)
  if (values.length > 0) return values[Math.floor(next() * values.length)] ?? ''
  return String(min + Math.floor(next() * 300))
}

/** Answers question after question at random until nothing is asked any more. */
function walk(code: string, seed: number) {
  const lifeEvent = BUNDLES.get(code)
  if (!lifeEvent) throw new Error(`there is no life event ${code}`)
  const next = numbers(seed)
  const given: Record<string, string | string[]> = {}
  for (let step = 0; step < 60; step += 1) {
    const found = guidanceOf(lifeEvent, given, {}, { lang: 'en', today: '2026-11-23', titleOf, halls: HALLS })
    if (!found.asking) return { found, lifeEvent }
    const { element } = found.asking.situation
    expect(given).not.toHaveProperty(element)
    given[element] = answerOf(elementOf(lifeEvent, element), next)
  }
  throw new Error(`${code} does not end under seed ${seed}`)
}

describe.each(EVENTS)('guidance of %s', (code) => {
  test('ends under any answers, with each item in exactly one place', () => {
    for (let seed = 1; seed <= WALKS; seed += 1) {
      const { found, lifeEvent } = walk(code, seed)
      const { items, open, out, counter } = found.applies
      const placed = [...items, ...open, ...out, ...counter].map((item) => item.code)
      expect(placed.sort()).toEqual(lifeEvent.lifeEvent.items.map(({ item }) => item).sort())
      expect(found.state === 'blocked' ? found.blocked : [found.outcome]).not.toEqual([])
      for (const each of found.blocked) expect(each.reason).not.toBe('')
    }
  })

  test('and its guides speak the language of the reader only', () => {
    const around: Around = {
      halls: HALLS,
      offer: { state: 'open', since: null, until: null, notice: null },
      updatedOn: '2026-11-20',
      ratings: {},
      titleOf,
    }
    const { found, lifeEvent } = walk(code, 7)
    for (const lang of LANGS) {
      const items = Object.values(lifeEvent.items).map((item) => itemGuide(published, item, lang, around))
      const said = JSON.stringify([eventGuide(lifeEvent, lang, around), items])
      if (lang === 'en') expect(said.match(/.{0,20}\p{Script=Han}.{0,20}/u)).toBeNull()
    }
    expect(JSON.stringify(found.applies).match(/\p{Script=Han}/u)).toBeNull()
  })
})
