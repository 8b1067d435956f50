import type { Effect, LifeEvent, LookupPlan } from '#shared/catalog/documents.ts'
import { alternativesOf } from '#shared/catalog/prerequisites.ts'
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
      for (const [path, kind, code] of effectReferences(effect))
        yield [['situations', s, 'effects', e, ...path], kind, code]
  }
  for (const [i, bundled] of event.items.entries()) {
    yield [['items', i, 'item'], 'item', bundled.item]
    for (const [p, prerequisite] of bundled.prerequisites.entries())
      for (const code of alternativesOf(prerequisite)) yield [['items', i, 'prerequisites', p], 'item', code]
  }
  for (const [l, plan] of event.lookups.entries())
    for (const [path, kind, code] of planReferences(plan)) yield [['lookups', l, ...path], kind, code]
  for (const [w, { certificate, gives }] of (event.wallet ?? []).entries()) {
    yield [['wallet', w, 'certificate'], 'certificate', certificate]
    for (const [element, printed] of Object.entries(gives)) {
      yield [['wallet', w, 'gives', element], 'element', element]
      yield [['wallet', w, 'gives', element], 'element', printed]
    }
  }
  for (const [p, page] of event.pages.entries())
    for (const [e, code] of page.elements.entries()) yield [['pages', p, 'elements', e], 'element', code]
}

function* effectReferences(effect: Effect): Generator<[Path, Kind, string]> {
  if ('items' in effect) for (const [i, code] of effect.items.entries()) yield [['items', i], 'item', code]
  if ('item' in effect) yield [['item'], 'item', effect.item]
  if ('from' in effect) yield [['from'], 'item', effect.from]
  if ('to' in effect) yield [['to'], 'item', effect.to]
  if ('material' in effect) yield [['material'], 'material', effect.material]
  if ('materials' in effect)
    for (const [m, code] of effect.materials.entries()) yield [['materials', m], 'material', code]
  if ('lifeEvent' in effect) yield [['lifeEvent'], 'lifeEvent', effect.lifeEvent]
}

/** Every code that a look-up plan mentions, with its place below the plan. */
export function* planReferences(plan: LookupPlan): Generator<[Path, Kind, string]> {
  yield [['resource'], 'resource', plan.resource]
  for (const [parameter, code] of Object.entries(plan.ask)) yield [['ask', parameter], 'element', code]
  for (const [p, code] of (plan.proof ?? []).entries()) yield [['proof', p], 'element', code]
  for (const code of Object.keys(plan.gives)) yield [['gives', code], 'element', code]
  for (const [e, code] of plan.locked.entries()) yield [['locked', e], 'element', code]
}
