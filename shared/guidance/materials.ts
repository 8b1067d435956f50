import type { Bundle } from '../catalog/bundle.ts'
import type { Plan } from '../forms/plan.ts'
import { presentMaterial } from '../guides/materials.ts'
import { judge, mayHold, type Facts } from '../rules/judge.ts'
import type { Lang } from '../text.ts'
import type { OutcomeMaterial } from './view.ts'

/** The materials of what is applied for: those that an answer to come could still ask for say when. */
export function outcomeMaterials(bundle: Bundle, plan: Plan, facts: Facts, lang: Lang): OutcomeMaterial[] {
  const codes = new Set(
    plan.items.flatMap((item) => [...item.materials, ...(plan.added.get(item.code) ?? [])]),
  )
  const sources = { ...bundle, items: itemsIn(plan), resources: resourcesAsked(bundle, facts) }
  return [...codes].flatMap((code): OutcomeMaterial[] => {
    const material = bundle.materials[code]
    if (!material) return []
    const verdict = material.when ? judge(material.when, facts).verdict : 'yes'
    if (verdict === 'no') return []
    const presented = presentMaterial(sources, material, lang)
    return [
      {
        ...presented,
        when: verdict === 'yes' ? null : presented.when,
        shown: plan.originals.get(code)?.[lang] ?? null,
      },
    ]
  })
}

/** Only what is applied for spares a material, and only a register that is asked. */
function itemsIn(plan: Plan): Bundle['items'] {
  return Object.fromEntries(plan.items.map((item) => [item.code, item]))
}

function resourcesAsked({ lifeEvent, resources }: Bundle, facts: Facts): Bundle['resources'] {
  const asked = new Set(
    lifeEvent.lookups.filter(({ when }) => mayHold(when, facts)).map(({ resource }) => resource),
  )
  return Object.fromEntries(Object.entries(resources).filter(([code]) => asked.has(code)))
}
