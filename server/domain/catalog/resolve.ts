import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LifeEvent } from '#shared/catalog/documents.ts'
import { OF_ENTERPRISE, OF_PERSON } from '#shared/forms/account.ts'
import type { CityCatalog } from './city-catalog.ts'
import { completeElements } from './complete-elements.ts'
import { usedBy } from './used.ts'

/** What an account gives to every application, whether a document names it or not. */
const ACCOUNT = [...OF_PERSON, ...OF_ENTERPRISE]

/** The bundles of a catalogue: each life event with the documents it refers to, in a stable order. */
export function bundlesFor(city: CityCatalog): Omit<Bundle, 'id'>[] {
  return city.lifeEvent.map((lifeEvent) => resolve(lifeEvent, city))
}

function resolve(lifeEvent: LifeEvent, city: CityCatalog): Omit<Bundle, 'id'> {
  const items = pick(city.item, new Set(lifeEvent.items.map((each) => each.item)))
  const all = Object.values(items)
  const materials = pick(
    city.material,
    new Set([...all.flatMap((item) => item.materials), ...addedMaterials(lifeEvent)]),
  )
  const exempting = Object.values(materials).flatMap(({ exemptBy }) => exemptBy)
  const certificateTypes = pick(
    city.certificateType,
    new Set([
      ...all.flatMap((item) => item.result.certificate ?? []),
      ...(lifeEvent.wallet ?? []).map(({ certificate }) => certificate),
      ...exempting.flatMap(({ by, ref }) => (by === 'certificate' ? [ref] : [])),
    ]),
  )
  const resources = pick(
    city.resource,
    new Set([
      ...lifeEvent.lookups.map((plan) => plan.resource),
      ...all.flatMap((item) => (item.outputs ?? []).map((output) => output.resource)),
    ]),
  )
  const roots = [lifeEvent, items, materials, certificateTypes, ACCOUNT]
  return {
    lifeEvent,
    items,
    elements: byCode(completeElements(usedBy(roots, city.element), city)),
    materials,
    resources,
    certificateTypes,
    departments: byCode(usedBy([...roots, resources], city.department)),
  }
}

/** Materials that effects ask for besides those of the items. */
function addedMaterials({ situations }: LifeEvent): string[] {
  return situations
    .flatMap(({ effects = [] }) => effects)
    .flatMap((effect) => (effect.effect === 'addMaterial' ? [effect.material] : []))
}

function pick<T extends { code: string }>(
  documents: readonly T[],
  codes: ReadonlySet<string>,
): Record<string, T> {
  return byCode(documents.filter(({ code }) => codes.has(code)))
}

function byCode<T extends { code: string }>(documents: readonly T[]): Record<string, T> {
  return Object.fromEntries(documents.map((document) => [document.code, document]))
}
