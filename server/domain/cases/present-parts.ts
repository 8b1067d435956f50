import { itemOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import type { Material } from '#shared/catalog/documents.ts'
import { GIVEN } from '#shared/cases/states.ts'
import type { CaseEventView } from '#shared/cases/view.ts'
import { say, type Lang } from '#shared/text.ts'
import type { TimelineEntry, WorkRow } from '../work/index.ts'
import { prerequisitesOf, type LoadedCase } from './load.ts'

/** Names of the items that must be granted first, as long as this one waits for them. */
export function waitsFor(loaded: LoadedCase, item: WorkRow, lang: Lang): string[] {
  if (item.state !== 'waiting' && item.state !== 'received') return []
  return prerequisitesOf(loaded, item)
    .filter((group) => !group.some(({ state }) => GIVEN.includes(state)))
    .flat()
    .map((each) => say(itemOf(loaded.bundle, each.topic).name, lang))
}

/** One line of the timeline for each thing that happened to one or several items at the same moment. */
export function presentEvents(
  { bundle, items }: LoadedCase,
  events: readonly TimelineEntry[],
  lang: Lang,
): CaseEventView[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const lines = new Map<string, CaseEventView>()
  for (const event of events) {
    const item = byId.get(event.workId)
    if (!item) continue
    const name = say(itemOf(bundle, item.topic).name, lang)
    const key = `${event.at} ${event.move} ${event.note ?? ''}`
    const line = lines.get(key)
    if (line) line.item += (lang === 'zh' ? '、' : ', ') + name
    else
      lines.set(key, {
        at: event.at,
        item: name,
        move: event.move,
        by: event.by,
        unit: event.by === 'staff' ? departmentName(bundle, item.unit, lang) : '',
        note: event.note ?? '',
        until: event.move === 'publicise' ? String(event.data.until ?? '') : '',
      })
  }
  return [...lines.values()]
}

/** A department as it is called in lists. */
export function departmentName(bundle: Bundle, code: string, lang: Lang): string {
  const department = bundle.departments[code]
  return department ? say(department.shortName, lang) : code
}

/** Who else agreed to an application. */
export function presentAgreements({ agreements = [] }: CaseContent, lang: Lang) {
  return agreements.map(({ title, name, at }) => ({ role: say(title, lang), name, at }))
}

/** Materials that were promised for later and have not come yet. */
export function laterOf({ bundle, row }: LoadedCase, lang: Lang) {
  return (row.content.later ?? []).flatMap(({ material: code, dueDay }) => {
    const material = bundle.materials[code]
    if (!material) return []
    return [
      {
        material: code,
        name: say(material.name, lang),
        accept: acceptOf(material),
        dueDay,
      },
    ]
  })
}

/** The kinds of file a material takes, as a file input names them. */
export function acceptOf({ accept }: Pick<Material, 'accept'>): string {
  return accept.map((kind) => `.${kind}`).join(',')
}
