import type { Reader } from '#db'
import { itemOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import type { Material } from '#shared/catalog/documents.ts'
import { GIVEN } from '#shared/cases/states.ts'
import type { CaseEventView } from '#shared/cases/view.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { staffNames, staffUnits } from '../identity/index.ts'
import { catalog } from '../catalog/index.ts'
import { workVisible, type TimelineEntry, type WorkRow } from '../work/index.ts'
import { prerequisitesOf, type LoadedCase } from './load.ts'

/** Names of the items that must be granted first, as long as this one waits for them. */
export function waitsFor(loaded: LoadedCase, item: WorkRow, lang: Lang): string[] {
  if (item.state !== 'waiting' && item.state !== 'received') return []
  return prerequisitesOf(loaded, item)
    .filter((group) => !group.some(({ state }) => GIVEN.includes(state)))
    .flat()
    .map((each) => say(itemOf(loaded.bundle, each.topic).name, lang))
}

/** Words among colleagues: the applicant reads that it happened, not what was written. */
const AMONG_COLLEAGUES = ['propose', 'sendBack', 'askExtension', 'declineExtension']

/** What was written to the applicant when something happened. */
export function noteToOwner({ move, note }: TimelineEntry): string {
  return AMONG_COLLEAGUES.includes(move) ? '' : (note ?? '')
}

/** What happened, as the applicant reads it. */
export async function presentEvents(
  { tx, lang }: Pick<Look, 'tx' | 'lang'>,
  loaded: LoadedCase,
  events: readonly TimelineEntry[],
): Promise<CaseEventView[]> {
  const offices = await officesOf(tx, events)
  return linesOf(loaded, events, lang, offices, (event) => ({ note: noteToOwner(event) }))
}

/** The units of the staff who did something. */
function officesOf(reader: Reader, events: readonly TimelineEntry[]): Promise<Map<string, string[]>> {
  return staffUnits(
    reader,
    events.filter(({ by }) => by === 'staff').map(({ actorId }) => actorId),
  )
}

/** What happened, as colleagues read it: who it was, and of items of one's own what they wrote to each other. */
export async function presentDeskEvents(
  { tx, lang, actor }: Pick<Look, 'tx' | 'lang' | 'actor'>,
  loaded: LoadedCase,
  events: readonly TimelineEntry[],
  versions?: Map<TimelineEntry, number>,
): Promise<CaseEventView[]> {
  const staff = events.filter(({ by }) => by === 'staff').map(({ actorId }) => actorId)
  const names = await staffNames(tx, staff)
  const own = new Set(loaded.items.filter((item) => workVisible(item, actor)).map(({ id }) => id))
  return linesOf(loaded, events, lang, await officesOf(tx, events), (event) => ({
    note: own.has(event.workId) ? (event.note ?? '') : noteToOwner(event),
    name: names.get(event.actorId) ?? '',
    version: versions?.get(event) ?? event.seq,
  }))
}

/** One line for each thing that happened to one or several items at the same moment. */
function linesOf(
  { bundle, items }: LoadedCase,
  events: readonly TimelineEntry[],
  lang: Lang,
  offices: ReadonlyMap<string, readonly string[]>,
  more: (event: TimelineEntry) => Pick<CaseEventView, 'note' | 'name' | 'version'>,
): CaseEventView[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const lines = new Map<string, CaseEventView>()
  for (const event of events) {
    const item = byId.get(event.workId)
    if (!item) continue
    const name = say(itemOf(bundle, item.topic).name, lang)
    const unit = event.by === 'staff' ? officeOf(offices.get(event.actorId), item.unit) : ''
    const key = `${event.at} ${event.move} ${unit} ${event.note ?? ''}`
    const line = lines.get(key)
    if (line) line.item += (lang === 'zh' ? '、' : ', ') + name
    else
      lines.set(key, {
        at: event.at,
        item: name,
        move: event.move,
        by: event.by,
        unit: unit && departmentName(bundle, unit, lang),
        until: event.move === 'publicise' ? String(event.data.until ?? '') : '',
        ...more(event),
      })
  }
  return [...lines.values()]
}

/** Where whoever did it sits: the counter accepts what a department decides. */
function officeOf(units: readonly string[] = [], unit: string): string {
  return units.length === 0 || units.includes(unit) ? unit : (units[0] ?? unit)
}

/** A department as it is called in lists. */
export function departmentName(bundle: Bundle, code: string, lang: Lang): string {
  // Whoever took over from a department may not have been there when the case was sent.
  const department = bundle.departments[code] ?? catalog().find('department', code)
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
