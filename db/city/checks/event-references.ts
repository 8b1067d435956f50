import type { LifeEvent, LookupPlan } from '#shared/catalog/documents.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path } from '../refuse.ts'
import type { Kind, Reference } from './references.ts'

const file = FILES.lifeEvents

/** Every code that a life event mentions, conditions aside. */
export function* eventReferences(city: City): Generator<Reference> {
  for (const [index, event] of city.lifeEvents.entries()) {
    for (const [path, kind, code] of within(event)) yield { file, path: [index, ...path], kind, code }
  }
}

function* within(event: LifeEvent): Generator<[Path, Kind, string]> {
  yield [['department'], 'department', event.department]
  for (const [s, situation] of event.situations.entries()) {
    yield [['situations', s, 'element'], 'element', situation.element]
    for (const [e, effect] of (situation.effects ?? []).entries())
      if (effect.item) yield [['situations', s, 'effects', e, 'item'], 'item', effect.item]
  }
  for (const [i, bundled] of event.items.entries()) {
    yield [['items', i, 'item'], 'item', bundled.item]
    for (const [p, code] of bundled.prerequisites.entries())
      yield [['items', i, 'prerequisites', p], 'item', code]
  }
  for (const [l, plan] of event.lookups.entries())
    for (const [path, kind, code] of planReferences(plan)) yield [['lookups', l, ...path], kind, code]
  for (const [p, page] of event.pages.entries())
    for (const [e, code] of page.elements.entries()) yield [['pages', p, 'elements', e], 'element', code]
}

/** Every code that a look-up plan mentions, with its place below the plan. */
export function* planReferences(plan: LookupPlan): Generator<[Path, Kind, string]> {
  yield [['resource'], 'resource', plan.resource]
  for (const [parameter, code] of Object.entries(plan.ask)) yield [['ask', parameter], 'element', code]
  for (const code of Object.keys(plan.gives)) yield [['gives', code], 'element', code]
  for (const [e, code] of plan.locked.entries()) yield [['locked', e], 'element', code]
}
