import { elementOf, itemOf } from '../catalog/bundle.ts'
import type { Exemption, Material } from '../catalog/documents.ts'
import type { GuideMaterial } from '../contract/guides.ts'
import type { Lang } from '../text.ts'
import type { Sources } from './published.ts'
import { sayCondition } from './say-condition.ts'

/** The materials of some items, each once, and how each is given when the registers know what they should. */
export function guideMaterials(sources: Sources, items: readonly string[], lang: Lang): GuideMaterial[] {
  const codes = new Set(items.flatMap((item) => itemOf(sources, item).materials))
  return [...codes]
    .flatMap((code) => sources.materials[code] ?? [])
    .map((material) => presentMaterial(sources, material, lang))
}

/** A material as a guide tells of it. */
export function presentMaterial(sources: Sources, material: Material, lang: Lang): GuideMaterial {
  const { code, name, hint, when, origin, original, tolerantDays } = material
  return {
    code,
    name: name[lang],
    hint: hint?.[lang] ?? null,
    ...howGiven(sources, material, lang),
    when: when ? sayCondition(when, (element) => elementOf(sources, element), lang) : null,
    origin: origin ?? null,
    original: Boolean(original),
    laterDays: tolerantDays ?? null,
  }
}

type How = Pick<GuideMaterial, 'how' | 'source'>

/** The first way that is open: what is decided here, what a register knows, what is in the wallet, what is signed. */
function howGiven(sources: Sources, { exemptBy, optional }: Material, lang: Lang): How {
  for (const exemption of exemptBy) {
    const way = wayOf(sources, exemption, lang)
    if (way) return way
  }
  return { how: optional ? 'optional' : 'upload', source: null }
}

/** An exemption by an item that is not applied for, or by a register nobody asks here, is none. */
function wayOf(sources: Sources, { by, ref }: Exemption, lang: Lang): How | undefined {
  switch (by) {
    case 'item': {
      const item = sources.items[ref]
      return item && { how: 'ownItem', source: item.result.name[lang] }
    }
    case 'resource': {
      const resource = sources.resources[ref]
      const provider = resource && sources.departments[resource.provider]
      return resource && { how: 'exempt', source: provider?.shortName[lang] ?? null }
    }
    case 'certificate': {
      const type = sources.certificateTypes[ref]
      return type && { how: 'wallet', source: type.name[lang] }
    }
    case 'signature':
      return { how: 'sign', source: null }
    case 'commitment':
      return { how: 'commit', source: null }
  }
}
