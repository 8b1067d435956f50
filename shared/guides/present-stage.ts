import type { Bundle } from '../catalog/bundle.ts'
import { itemOf } from '../catalog/bundle.ts'
import type { BundledItem, Department } from '../catalog/documents.ts'
import { codesIn } from '../catalog/prerequisites.ts'
import type { GuideItem, GuideStage } from '../contract/guides.ts'
import type { Lang } from '../text.ts'

/** The items of one stage, and what they wait for. */
export function presentStage(bundle: Bundle, stage: readonly BundledItem[], lang: Lang): GuideStage {
  const before = new Set(stage.flatMap(({ prerequisites }) => codesIn(prerequisites)))
  return {
    items: stage.map((bundled) => presentItem(bundle, bundled, lang)),
    after: namesOf(bundle, [...before], lang),
  }
}

function presentItem(
  bundle: Bundle,
  { item: code, include, chosen, prerequisites }: BundledItem,
  lang: Lang,
): GuideItem {
  const item = itemOf(bundle, code)
  return {
    code,
    name: item.name[lang],
    summary: item.summary[lang],
    department: departmentOf(bundle, item.department).shortName[lang],
    days: item.promisedDays,
    taken: chosen ? 'chosen' : include ? 'situation' : 'always',
    instant: item.instant !== undefined,
    after: namesOf(bundle, codesIn(prerequisites), lang),
  }
}

/** What items give, by name. */
function namesOf(bundle: Bundle, items: readonly string[], lang: Lang): string[] {
  return [...new Set(items)].flatMap((code) => bundle.items[code]?.result.name[lang] ?? [])
}

/** A department of a bundle. */
export function departmentOf(bundle: Pick<Bundle, 'departments'>, code: string): Department {
  const department = bundle.departments[code]
  if (!department) throw new Error(`department ${code} is not in the bundle`)
  return department
}
