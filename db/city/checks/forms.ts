import type { LifeEvent, ServiceItem } from '#shared/catalog/documents.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { elementsOf } from '#shared/rules/condition.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'
import { leaves } from './conditions.ts'
import { checkParts } from './event-parts.ts'
import { eventConditions, itemConditions } from './places.ts'

type RefuseHere = (path: Path, what: string) => void

/** A life event asks for everything its items need, once, and for nothing else. */
export function checkForms(city: City, refuse: Refuse): void {
  const elements = new Map(city.elements.map((element) => [element.code, element]))
  const derived = new Set(city.elements.filter((element) => element.derive).map((element) => element.code))
  const shownTexts = new Set(city.elements.filter(({ type }) => type === 'shown').map(({ code }) => code))
  const places = new Map(city.items.map((item, index) => [item.code, index]))
  city.lifeEvents.forEach((event, index) => {
    const here: RefuseHere = (path, what) => refuse(FILES.lifeEvents, [index, ...path], what)
    const items = event.items.flatMap(({ item }) => city.items[places.get(item) ?? -1] ?? [])
    const given = new Set(items.flatMap((item) => (item.outputs ?? []).map((output) => output.element)))
    checkPages(
      event,
      derived,
      shownTexts,
      new Set(items.flatMap((item) => item.needs.map((need) => need.element))),
      given,
      here,
    )
    const known = knownElements(event, elements, derived, given)
    checkKnown(event, known, here)
    checkSituations(event, elements, here)
    checkParts(event, items, here)
    for (const item of items)
      checkItemConditions(item, known, (path, what) =>
        refuse(FILES.items, [places.get(item.code) ?? 0, ...path], what),
      )
  })
}

function asked(event: LifeEvent): Set<string> {
  return new Set(event.situations.map((situation) => situation.element))
}

function checkPages(
  event: LifeEvent,
  derived: Set<string>,
  shownTexts: Set<string>,
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
      const told = derived.has(code) || shownTexts.has(code)
      if (!needed.has(code) && !told)
        refuse(path, `no item needs “${code}”; take it off the page or add it to an item’s needs`)
      if (situations.has(code))
        refuse(path, `“${code}” is asked as a situation already; take it off the page`)
      if (given.has(code)) refuse(path, `“${code}” is never asked; take it off the page`)
      seen.add(code)
    }),
  )
  for (const code of needed) {
    if (seen.has(code) || situations.has(code) || derived.has(code) || given.has(code)) continue
    refuse(['pages'], `“${code}” is needed but stands on no page; put it on one`)
  }
}

/** What is asked, looked up, computed or produced, and the fields of the groups among it. */
function knownElements(
  event: LifeEvent,
  elements: ReadonlyMap<string, DataElement>,
  derived: Set<string>,
  given: Set<string>,
): Set<string> {
  const pages = event.pages.flatMap((page) => page.elements)
  const looked = event.lookups.flatMap((plan) => Object.keys(plan.gives))
  const known = [...asked(event), ...pages, ...looked, ...derived, ...given]
  return new Set([...known, ...known.flatMap((code) => elements.get(code)?.fields ?? [])])
}

function checkKnown(event: LifeEvent, known: Set<string>, refuse: RefuseHere): void {
  for (const { path, condition } of eventConditions(event))
    for (const { leaf, path: place } of leaves(condition, path)) {
      const stranger = elementsOf(leaf).find((code) => !known.has(code))
      if (stranger !== undefined)
        refuse([...place, 'element'], `“${stranger}” is never asked nor looked up here; ask it or correct it`)
    }
  for (const { path, code } of namedElements(event))
    if (!known.has(code)) refuse(path, `“${code}” is never asked nor looked up here; ask it or correct it`)
}

/** Elements that participants and checks name, and those that say whom it is about. */
function* namedElements({
  about = [],
  participants = [],
  checks = [],
}: LifeEvent): Generator<{ path: Path; code: string }> {
  for (const [i, code] of about.entries()) yield { path: ['about', i], code }
  for (const [p, { each, name, residentId, phone, sees }] of participants.entries()) {
    for (const [key, code] of Object.entries({ each, name, residentId, phone }))
      if (code !== undefined) yield { path: ['participants', p, key], code }
    for (const [s, code] of sees.entries()) yield { path: ['participants', p, 'sees', s], code }
  }
  for (const [c, { fields }] of checks.entries())
    for (const [f, code] of fields.entries()) yield { path: ['checks', c, 'fields', f], code }
}

function checkItemConditions(item: ServiceItem, known: Set<string>, refuse: RefuseHere): void {
  for (const { path, condition } of itemConditions(item)) {
    const stranger = elementsOf(condition).find((element) => !known.has(element))
    if (stranger !== undefined)
      refuse(path, `“${stranger}” is never asked nor looked up in the life event; ask it or correct it`)
  }
}

/** A question may depend on earlier answers only; what is ticked to begin with must be an option. */
function checkSituations(
  event: LifeEvent,
  elements: ReadonlyMap<string, DataElement>,
  refuse: RefuseHere,
): void {
  const before = new Set<string>()
  event.situations.forEach((situation, s) => {
    const later = situation.showWhen && elementsOf(situation.showWhen).find((code) => !before.has(code))
    if (later !== undefined)
      refuse(['situations', s, 'showWhen'], `“${later}” is not asked before; move that question up`)
    const options = elements.get(situation.element)?.options?.map(({ value }) => value) ?? []
    situation.preset?.forEach((value, p) => {
      if (!options.includes(value))
        refuse(['situations', s, 'preset', p], `has no option “${value}”; use one of ${options.join(', ')}`)
    })
    before.add(situation.element)
  })
}
