import type { Bundle } from '../catalog/bundle.ts'
import { itemOf } from '../catalog/bundle.ts'
import type { Effect, LifeEvent } from '../catalog/documents.ts'
import type { GuideCounterCase, GuideNo, GuidePerson } from '../contract/guides.ts'
import type { Lang, Text } from '../text.ts'
import type { Say } from './waits.ts'

/** In which cases nothing can be applied for, and what remains open. */
export function casesOfNo(
  { lifeEvent }: Bundle,
  titleOf: (lifeEvent: string) => Text | undefined,
  lang: Lang,
  say: Say,
): GuideNo[] {
  return effectsIn(lifeEvent).flatMap((effect): GuideNo[] => {
    if (effect.effect !== 'block' && effect.effect !== 'jump') return []
    const jump = effect.effect === 'jump' ? effect.lifeEvent : undefined
    const title = jump === undefined ? undefined : titleOf(jump)
    return [
      {
        when: say(effect.when),
        reason: effect.message[lang],
        source: (effect.effect === 'block' && effect.source?.[lang]) || null,
        way: (effect.effect === 'block' && effect.way?.[lang]) || null,
        instead: jump !== undefined && title ? { code: jump, title: title[lang] } : null,
      },
    ]
  })
}

/** In which cases some items are taken by a counter only: each case once, with the items and why. */
export function casesOfCounter(bundle: Bundle, lang: Lang, say: Say): GuideCounterCase[] {
  const cases = new Map<string, GuideCounterCase>()
  for (const effect of effectsIn(bundle.lifeEvent)) {
    if (effect.effect !== 'counterOnly') continue
    const when = say(effect.when)
    const known = cases.get(when) ?? { when, items: [] }
    cases.set(when, known)
    for (const code of effect.items)
      known.items.push({ name: itemOf(bundle, code).name[lang], reason: effect.message[lang] })
  }
  return [...cases.values()]
}

/** Who else must agree before it is sent. */
export function peopleOf({ lifeEvent }: Bundle, lang: Lang, say: Say): GuidePerson[] {
  return (lifeEvent.participants ?? []).map(({ title, statement, when }) => ({
    title: title[lang],
    statement: statement[lang],
    when: when ? say(when) : null,
  }))
}

function effectsIn({ situations }: LifeEvent): Effect[] {
  return situations.flatMap(({ effects = [] }) => effects)
}
