import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LifeEvent } from '#shared/catalog/documents.ts'
import type { CityCatalog } from './publish.ts'

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
      ...exempting.flatMap(({ by, ref }) => (by === 'certificate' ? [ref] : [])),
    ]),
  )
  return {
    lifeEvent,
    items,
    // Every element: conditions, look-ups, layouts and outputs name them, and there are a few hundred at most.
    elements: pick(city.element, new Set(city.element.map((element) => element.code))),
    materials,
    resources: pick(
      city.resource,
      new Set([
        ...lifeEvent.lookups.map((plan) => plan.resource),
        ...all.flatMap((item) => (item.outputs ?? []).map((output) => output.resource)),
      ]),
    ),
    certificateTypes,
    departments: pick(city.department, new Set(city.department.map((department) => department.code))),
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
  return Object.fromEntries(
    documents.filter(({ code }) => codes.has(code)).map((document) => [document.code, document]),
  )
}
