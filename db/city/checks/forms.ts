import type { LifeEvent } from '#shared/catalog/documents.ts'
import { elementsOf } from '#shared/rules/condition.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'
import { eventConditions, leaves } from './conditions.ts'

type RefuseHere = (path: Path, what: string) => never

/** A life event asks for everything its items need, once, and for nothing else. */
export function checkForms(city: City, refuse: Refuse): void {
  const derived = new Set(city.elements.filter((element) => element.derive).map((element) => element.code))
  city.lifeEvents.forEach((event, index) => {
    const here: RefuseHere = (path, what) => refuse(FILES.lifeEvents, [index, ...path], what)
    const items = city.items.filter((item) => event.items.some((bundled) => bundled.item === item.code))
    const given = new Set(items.flatMap((item) => (item.outputs ?? []).map((output) => output.element)))
    checkPages(
      event,
      derived,
      new Set(items.flatMap((item) => item.needs.map((need) => need.element))),
      given,
      here,
    )
    const known = knownElements(event, derived, given)
    checkKnown(event, known, here)
    checkSituations(event, here)
    for (const item of items) checkNeedConditions(city, item.code, known, refuse)
  })
}

function asked(event: LifeEvent): Set<string> {
  return new Set(event.situations.map((situation) => situation.element))
}

function checkPages(
  event: LifeEvent,
  derived: Set<string>,
  needed: Set<string>,
  given: Set<string>,
  refuse: RefuseHere,
) {
  const situations = asked(event)
  const seen = new Set<string>()
  event.pages.forEach((page, p) =>
    page.elements.forEach((code, e) => {
      const path = ['pages', p, 'elements', e]
      if (seen.has(code)) refuse(path, `“${code}” stands on two pages; keep one`)
      if (!needed.has(code))
        refuse(path, `no item needs “${code}”; take it off the page or add it to an item’s needs`)
      if (situations.has(code))
        refuse(path, `“${code}” is asked as a situation already; take it off the page`)
      if (derived.has(code) || given.has(code)) refuse(path, `“${code}” is never asked; take it off the page`)
      seen.add(code)
    }),
  )
  for (const code of needed) {
    if (seen.has(code) || situations.has(code) || derived.has(code) || given.has(code)) continue
    refuse(['pages'], `“${code}” is needed but stands on no page; put it on one`)
  }
}

function knownElements(event: LifeEvent, derived: Set<string>, given: Set<string>): Set<string> {
  const pages = event.pages.flatMap((page) => page.elements)
  const looked = event.lookups.flatMap((plan) => Object.keys(plan.gives))
  return new Set([...asked(event), ...pages, ...looked, ...derived, ...given])
}

function checkKnown(event: LifeEvent, known: Set<string>, refuse: RefuseHere): void {
  for (const { path, condition } of eventConditions(event))
    for (const { leaf, path: place } of leaves(condition, path)) {
      const stranger = elementsOf(leaf).find((code) => !known.has(code))
      if (stranger !== undefined)
        refuse([...place, 'element'], `“${stranger}” is never asked nor looked up here; ask it or correct it`)
    }
}

function checkNeedConditions(city: City, code: string, known: Set<string>, refuse: Refuse): void {
  const index = city.items.findIndex((item) => item.code === code)
  city.items[index]?.needs.forEach((need, n) => {
    const stranger = need.when && elementsOf(need.when).find((element) => !known.has(element))
    if (stranger === undefined) return
    refuse(
      FILES.items,
      [index, 'needs', n, 'when'],
      `“${stranger}” is never asked nor looked up in the life event; ask it or correct it`,
    )
  })
}

/** A question may depend on earlier answers only; what is ticked to begin with must be an option. */
function checkSituations(event: LifeEvent, refuse: RefuseHere): void {
  const before = new Set<string>()
  event.situations.forEach((situation, s) => {
    const later = situation.showWhen && elementsOf(situation.showWhen).find((code) => !before.has(code))
    if (later !== undefined)
      refuse(['situations', s, 'showWhen'], `“${later}” is not asked before; move that question up`)
    before.add(situation.element)
  })
}
