import type { LifeEvent, ServiceItem } from '#shared/catalog/documents.ts'
import type { Condition } from '#shared/rules/condition.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path } from '../refuse.ts'

/** A condition and where it stands below its document. */
export interface Placed {
  path: Path
  condition: Condition
}

/** Every condition of the catalogue, with its file and its place there. */
export function* allConditions(city: City): Generator<Placed & { file: string }> {
  yield* within(FILES.items, city.items, itemConditions)
  yield* within(FILES.materials, city.materials, (material) => one(['when'], material.when))
  yield* within(FILES.policies, city.policies, (policy) => one(['rule'], policy.rule))
  yield* within(FILES.lifeEvents, city.lifeEvents, eventConditions)
}

function* within<T>(
  file: string,
  documents: readonly T[],
  conditions: (document: T) => Iterable<Placed>,
): Generator<Placed & { file: string }> {
  for (const [index, document] of documents.entries())
    for (const { path, condition } of conditions(document)) yield { file, path: [index, ...path], condition }
}

function* one(path: Path, condition: Condition | undefined): Generator<Placed> {
  if (condition) yield { path, condition }
}

function* many<T>(
  path: Path,
  list: readonly T[] | undefined,
  key: string,
  pick: (each: T) => Condition | undefined,
): Generator<Placed> {
  for (const [index, each] of (list ?? []).entries()) yield* one([...path, index, key], pick(each))
}

/** The conditions of an item with their places below it. */
export function* itemConditions(item: ServiceItem): Generator<Placed> {
  yield* many(['needs'], item.needs, 'when', (each) => each.when)
  yield* many(['promisedDaysIf'], item.promisedDaysIf, 'when', (each) => each.when)
  yield* many(['specialProcedures'], item.specialProcedures, 'when', (each) => each.when)
  yield* one(['publicity', 'when'], item.publicity?.when)
  yield* one(['commitment', 'when'], item.commitment?.when)
  yield* one(['instant', 'rule'], item.instant?.rule)
}

/** The conditions of a life event with their places below it. */
export function* eventConditions(event: LifeEvent): Generator<Placed> {
  yield* many(['eligibility'], event.eligibility, 'rule', (each) => each.rule)
  for (const [s, situation] of event.situations.entries()) {
    yield* one(['situations', s, 'showWhen'], situation.showWhen)
    yield* many(['situations', s, 'effects'], situation.effects, 'when', (each) => each.when)
  }
  for (const [i, bundled] of event.items.entries()) {
    yield* one(['items', i, 'include'], bundled.include)
    yield* one(['items', i, 'startWhen', 'rule'], bundled.startWhen?.rule)
  }
  yield* many(['lookups'], event.lookups, 'when', (each) => each.when)
  for (const [i, { cases }] of (event.infers ?? []).entries())
    yield* many(['infers', i, 'cases'], cases, 'when', (each) => each.when)
  yield* many(['participants'], event.participants, 'when', (each) => each.when)
  yield* many(['checks'], event.checks, 'rule', (each) => each.rule)
}
