import { elementOf, itemOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { CaseFact } from '#shared/cases/content.ts'
import type { DeskCaseView, DeskItemView } from '#shared/cases/desk-view.ts'
import type {
  CaseEventView,
  CaseItemView,
  CaseView,
  DeskFact,
  DeskFile,
  RuleExplanation,
} from '#shared/cases/view.ts'
import { showMasked, showValue } from '#shared/elements/value.ts'
import { leavesOf, type Judgement } from '#shared/rules/judge.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { certificatesOfCase } from '../certificates/index.ts'
import { sourceName } from '../forms/index.ts'
import {
  presentWork,
  timelines,
  workOf,
  workVisible,
  type TimelineEntry,
  type WorkRow,
} from '../work/index.ts'
import { loadCase, loadCaseById, prerequisitesOf, type LoadedCase } from './load.ts'
import { documentsOfCase } from './store.ts'

/** The applicant's own case. */
export async function presentOwnCase(look: Look, { no }: { no: string }): Promise<CaseView> {
  const loaded = await loadCase(look, no)
  const { row, bundle, items } = loaded
  if (look.actor.kind !== 'person' || row.applicantId !== look.actor.id) throw new Refusal('not_found')
  const [events, certificates, documents] = await Promise.all([
    timelines(
      look.tx,
      items.map((item) => item.id),
    ),
    certificatesOfCase(look.tx, row.id),
    documentsOfCase(look.tx, row.id),
  ])
  const moves = items.flatMap((item) => presentWork(item, look.actor, look.at).moves)
  return {
    id: row.id,
    no,
    title: say(bundle.lifeEvent.title, look.lang),
    lifeEvent: bundle.lifeEvent.code,
    state: row.state,
    sentAt: row.sentAt,
    closedAt: row.closedAt || null,
    items: items.map((item) => {
      const certificate = certificates.find((each) => each.workId === item.id)
      return {
        ...presentOwnItem(loaded, item, events, look),
        certificate: certificate
          ? {
              identifier: certificate.identifier,
              name: say(bundle.certificateTypes[certificate.type]?.name ?? bundle.lifeEvent.title, look.lang),
            }
          : null,
      }
    }),
    events: presentEvents(loaded, events, look.lang),
    documents: documents.map(({ kind, no: number, fileId, issuedAt }) => ({
      kind,
      no: number,
      fileId,
      issuedAt,
    })),
    moves: [...new Set([...moves, ...(row.state === 'closed' ? ['rate'] : [])])],
    note: events.findLast((event) => event.move === 'ask')?.note ?? '',
    applicant: String(row.content.facts['applicant.name']?.value ?? ''),
  }
}

function presentOwnItem(
  loaded: LoadedCase,
  item: WorkRow,
  events: readonly TimelineEntry[],
  look: Look,
): Omit<CaseItemView, 'certificate'> {
  const { bundle } = loaded
  const document = itemOf(bundle, item.topic)
  const own = events.filter((event) => event.workId === item.id)
  const last = own.at(-1)
  const turnedDown = item.state === 'denied' || item.state === 'refused'
  const { dueDay, daysLeft, provisional } = presentWork(item, look.actor, look.at)
  return {
    id: item.id,
    code: item.topic,
    name: say(document.name, look.lang),
    department: departmentName(bundle, item.unit, look.lang),
    state: item.state,
    dueDay,
    daysLeft,
    provisional,
    waitsFor: waitsFor(loaded, item, look.lang),
    reason: turnedDown || item.state === 'held' ? (last?.note ?? '') : '',
    remedy: turnedDown ? say(document.remedy, look.lang) : '',
    explanation: explanationOf(
      bundle,
      own.find((event) => event.move === 'grant' && event.by === 'system'),
      look.lang,
    ),
  }
}

function waitsFor(loaded: LoadedCase, item: WorkRow, lang: Lang): string[] {
  if (item.state !== 'waiting' && item.state !== 'received') return []
  return prerequisitesOf(loaded, item)
    .filter((each) => each.state !== 'granted')
    .map((each) => say(itemOf(loaded.bundle, each.topic).name, lang))
}

/** The explanation a rule left with the event: which rule, which facts, where they came from. */
function explanationOf(bundle: Bundle, event: TimelineEntry | undefined, lang: Lang): RuleExplanation | null {
  const judgement = event?.data.judgement as Judgement | undefined
  const item = typeof event?.data.item === 'string' ? bundle.items[event.data.item] : undefined
  if (!judgement || !item?.instant) return null
  return {
    rule: say(item.instant.name, lang),
    conditions: leavesOf(judgement).flatMap(({ leaf, fact, verdict }) => {
      if (!leaf) return []
      const element = elementOf(bundle, leaf.element)
      return [
        {
          clause: leaf.clause ? say(leaf.clause, lang) : say(element.label, lang),
          fact: fact ? `${say(element.label, lang)} ${showMasked(element, fact.value, lang)}` : '',
          source: fact ? sourceName(bundle, fact.source, lang) : '',
          holds: verdict === 'yes',
        },
      ]
    }),
  }
}

/** One line of the timeline for each thing that happened to one or several items at the same moment. */
function presentEvents(
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
      })
  }
  return [...lines.values()]
}

function departmentName(bundle: Bundle, code: string, lang: Lang): string {
  const department = bundle.departments[code]
  return department ? say(department.shortName, lang) : code
}

/** The whole case, for the counter; the look at it is on record. */
export async function presentDeskCase(look: Look, { no }: { no: string }): Promise<DeskCaseView> {
  const loaded = await loadCase(look, no)
  look.note({ verb: 'cases.look', subjectKind: 'case', subjectId: loaded.row.id, detail: { no } })
  return presentDesk(look, loaded)
}

export async function presentDesk(act: Act | Look, loaded: LoadedCase): Promise<DeskCaseView> {
  const { row, bundle, items } = loaded
  const events = await timelines(
    act.tx,
    items.map((item) => item.id),
  )
  const views = items.map((item) => ({
    ...presentWork(item, act.actor, act.at),
    name: say(itemOf(bundle, item.topic).name, act.lang),
    department: departmentName(bundle, item.unit, act.lang),
  }))
  const moves = new Set(views.flatMap((view) => view.moves))
  return {
    no: row.no,
    title: say(bundle.lifeEvent.title, act.lang),
    applicant: String(row.content.facts['applicant.name']?.value ?? ''),
    state: row.state,
    sentAt: row.sentAt,
    items: views,
    facts: deskFacts(bundle, row.content.facts, null, act.lang),
    files: deskFiles(bundle, row.content.files, act.lang),
    events: presentEvents(loaded, events, act.lang),
    moves: ['accept', 'ask'].filter((move) => moves.has(move)),
  }
}

/** One item, for its reviewer; the look at it is on record. */
export async function presentItem(look: Look, { item: id }: { item: string }): Promise<DeskItemView> {
  const item = await workOf(look.tx, id)
  if (!item || item.kind !== 'caseItem' || !workVisible(item, look.actor)) throw new Refusal('not_found')
  look.note({ verb: 'cases.look', subjectKind: 'caseItem', subjectId: id, detail: { no: item.no } })
  return presentItemOf(look, await loadCaseById(look, item.parentId), id)
}

export async function presentItemOf(act: Act | Look, loaded: LoadedCase, id: string): Promise<DeskItemView> {
  const { row, bundle, items } = loaded
  const item = items.find((each) => each.id === id)
  if (!item) throw new Refusal('not_found')
  const document = itemOf(bundle, item.topic)
  const events = await timelines(act.tx, [id])
  const needed = new Set(document.needs.map((need) => need.element))
  return {
    ...presentWork(item, act.actor, act.at),
    name: say(document.name, act.lang),
    department: departmentName(bundle, item.unit, act.lang),
    caseNo: row.no,
    title: say(bundle.lifeEvent.title, act.lang),
    applicant: item.label,
    facts: deskFacts(bundle, row.content.facts, needed, act.lang),
    files: deskFiles(bundle, pick(row.content.files, document.materials), act.lang),
    checkpoints: document.checkpoints.map((each) => say(each, act.lang)),
    waitsFor: waitsFor(loaded, item, act.lang),
    events: presentEvents(loaded, events, act.lang),
    siblings: items
      .filter((each) => each.id !== id)
      .map((each) => ({
        id: each.id,
        name: say(itemOf(bundle, each.topic).name, act.lang),
        state: each.state,
      })),
  }
}

/** Facts in the order of the form's pages, differences first in their section. A reviewer sees what their item asked for. */
function deskFacts(
  bundle: Bundle,
  facts: Record<string, CaseFact>,
  needed: ReadonlySet<string> | null,
  lang: Lang,
): DeskFact[] {
  const outputs = Object.values(bundle.items).flatMap((item) =>
    (item.outputs ?? []).map((output) => output.element),
  )
  const sections = [
    ...bundle.lifeEvent.pages.map((page) => ({ title: say(page.title, lang), elements: page.elements })),
    { title: '', elements: outputs },
  ]
  return sections.flatMap(({ title, elements }) =>
    elements.flatMap((code): DeskFact[] => {
      const fact = facts[code]
      if (!fact || (needed && !needed.has(code) && !outputs.includes(code))) return []
      const element = elementOf(bundle, code)
      return [
        {
          section: title,
          element: code,
          label: say(element.label, lang),
          value: showMasked(element, fact.value, lang),
          source: sourceName(bundle, fact.source, lang),
          at: fact.source.at ?? null,
          correctable: fact.source.kind !== 'account',
          differs: fact.differs ? showValue(element, fact.differs.value, lang) : null,
        },
      ]
    }),
  )
}

function deskFiles(
  bundle: Bundle,
  files: Record<string, { fileId: string; name: string }[]>,
  lang: Lang,
): DeskFile[] {
  return Object.entries(files).flatMap(([code, list]) =>
    list.map(({ fileId, name }) => ({
      material: say(bundle.materials[code]?.name ?? { zh: code, en: code }, lang),
      name,
      fileId,
    })),
  )
}

function pick<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)))
}
