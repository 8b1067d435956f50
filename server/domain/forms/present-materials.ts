import type { Bundle } from '#shared/catalog/bundle.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { signatureField } from '#shared/forms/journey.ts'
import type { MaterialState } from '#shared/forms/plan.ts'
import type { MaterialView } from '#shared/forms/view.ts'
import type { Problem } from '#shared/problem.ts'
import { say, type Lang } from '#shared/text.ts'

/** Materials as a page draws them: what is exempt and why, what is signed, what is handed in. */
export function presentMaterials(
  bundle: Bundle,
  materials: readonly MaterialState[],
  content: DraftContent,
  lang: Lang,
  problems: readonly Problem[],
): MaterialView[] {
  return materials.map((each) => {
    const { material, state } = each
    const field = state === 'sign' ? signatureField(material.code) : material.code
    return {
      code: material.code,
      name: say(material.name, lang),
      hint: material.hint ? say(material.hint, lang) : '',
      optional: Boolean(material.optional),
      state,
      reason: each.state === 'exempt' ? reasonOf(bundle, each, lang) : '',
      accept:
        material.accept.map((kind) => `.${kind}`).join(',') +
        (material.accept.includes('jpg') ? ',.jpeg' : ''),
      maxBytes: material.maxBytes,
      files: content.files[material.code] ?? [],
      signature: String(content.answers[signatureField(material.code)] ?? ''),
      problem: problems.find((problem) => problem.field === field) ?? null,
    }
  })
}

function reasonOf(bundle: Bundle, { by, ref }: { by: 'resource' | 'certificate' | 'item'; ref: string }, lang: Lang): string {
  if (by === 'item') {
    const item = bundle.items[ref]
    return item ? say(item.name, lang) : ''
  }
  if (by === 'certificate') {
    const type = bundle.certificateTypes[ref]
    return type ? say(type.name, lang) : ''
  }
  const resource = bundle.resources[ref]
  return resource ? say(resource.name, lang) : ''
}
