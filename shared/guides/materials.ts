import { elementOf, itemOf } from '../catalog/bundle.ts'
import type { Material } from '../catalog/documents.ts'
import type { GuideMaterial } from '../contract/guides.ts'
import type { Lang } from '../text.ts'
import type { Sources } from './published.ts'
import { sayCondition } from './say-condition.ts'

/** The materials of some items, each once, and how each is given when the registers know what they should. */
export function guideMaterials(sources: Sources, items: readonly string[], lang: Lang): GuideMaterial[] {
  const codes = new Set(items.flatMap((item) => itemOf(sources, item).materials))
  return [...codes]
    .flatMap((code) => sources.materials[code] ?? [])
    .map((material) => present(sources, material, lang))
}

function present(sources: Sources, material: Material, lang: Lang): GuideMaterial {
  const { code, name, hint, when } = material
  return {
    code,
    name: name[lang],
    hint: hint?.[lang] ?? null,
    ...howGiven(sources, material, lang),
    when: when ? sayCondition(when, (element) => elementOf(sources, element), lang) : null,
  }
}

/** An item of the same application comes before a register: what is decided here need not be looked up. */
function howGiven(
  sources: Sources,
  { exemptBy, optional }: Material,
  lang: Lang,
): Pick<GuideMaterial, 'how' | 'source'> {
  for (const { by, ref } of exemptBy) {
    if (by === 'item' && sources.items[ref])
      return { how: 'ownItem', source: itemOf(sources, ref).result.name[lang] }
    if (by === 'resource') {
      const provider = sources.resources[ref]?.provider
      return { how: 'exempt', source: (provider && sources.departments[provider]?.shortName[lang]) ?? null }
    }
    if (by === 'signature') return { how: 'sign', source: null }
  }
  return { how: optional ? 'optional' : 'upload', source: null }
}
