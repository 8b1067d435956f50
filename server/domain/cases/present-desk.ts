import { itemOf } from '#shared/catalog/bundle.ts'
import type { DeskCaseView, DeskItemView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { parcelOf } from '../parcels/index.ts'
import { presentWork, timelines } from '../work/index.ts'
import { checklistOf } from './checklist.ts'
import { materialsFor } from './later.ts'
import { caseFacts, loadCase, loadCaseById, loadItem, type LoadedCase } from './load.ts'
import { withObjections } from './disputed-facts.ts'
import { deskFacts, deskFiles, withAfresh } from './present-facts.ts'
import { presentDocuments } from './documents.ts'
import { earlierOf } from './earlier.ts'
import { jointItems, presentInspection } from './inspect.ts'
import { saidOf } from './item-said.ts'
import { mustOf } from './must.ts'
import { caseVersions } from './old-view.ts'
import { opinionsFor } from './opinions.ts'
import { departmentName, presentAgreements, presentDeskEvents, waitsFor } from './present-parts.ts'
import { partSeen } from './part-seen.ts'
import { presentLookUps } from './present-look-ups.ts'
import { mustPublicise } from './publicity.ts'
import { openedBy } from './reveal-pass.ts'

/** The whole case, for the counter; the look at it is on record. `pass` opens one masked fact. */
export async function presentDeskCase(
  look: Look,
  { no, pass }: { no: string; pass?: string },
): Promise<DeskCaseView> {
  const loaded = await loadCase(look, no)
  look.note({ verb: 'cases.look', subjectKind: 'case', subjectId: loaded.row.id, detail: { no } })
  return presentDesk(look, loaded, openedBy(look, loaded.row.id, pass))
}

/** A case for the counter, after a look or an act. */
export async function presentDesk(
  act: Act | Look,
  loaded: LoadedCase,
  whole?: string,
): Promise<DeskCaseView> {
  const { row, bundle, items } = loaded
  const events = await timelines(
    act.tx,
    items.map((item) => item.id),
  )
  const versions = caseVersions(events)
  const views = items.map((item) => ({
    ...presentWork(item, act.actor, act.at, mustOf(loaded, item, events, act.at)),
    version: item.version,
    name: say(itemOf(bundle, item.topic).name, act.lang),
    department: departmentName(bundle, item.unit, act.lang),
  }))
  const moves = new Set(views.flatMap((view) => view.moves))
  const seen = partSeen(loaded, act)
  return {
    no: row.no,
    version: Math.max(0, ...versions.values()),
    title: say(bundle.lifeEvent.title, act.lang),
    applicant: String(row.content.facts['applicant.name']?.value ?? ''),
    state: row.state,
    sentAt: row.sentAt,
    items: views,
    facts: await factsFor(act, loaded, seen, whole),
    files: await deskFiles(act, bundle, seen ? pick(row.content.files, [...seen]) : row.content.files),
    materials: handedIn(act, loaded, Object.keys(row.content.files)),
    checklist: checklistOf(loaded, act),
    documents: await presentDocuments(act, loaded),
    events: await presentDeskEvents(act, loaded, events, versions),
    lookUps: presentLookUps(loaded, act),
    moves: ['accept', 'ask'].filter((move) => moves.has(move)),
  }
}

/** One item, for its reviewer; the look at it is on record. `pass` opens one masked fact. */
export async function presentItem(
  look: Look,
  { item: id, pass }: { item: string; pass?: string },
): Promise<DeskItemView> {
  const item = await loadItem(look, id)
  look.note({ verb: 'cases.look', subjectKind: 'caseItem', subjectId: id, detail: { no: item.no } })
  return presentItemOf(look, await loadCaseById(look, item.parentId), id, openedBy(look, id, pass))
}

/** An item for its reviewer, after a look or an act. */
export async function presentItemOf(
  act: Act | Look,
  loaded: LoadedCase,
  id: string,
  whole?: string,
): Promise<DeskItemView> {
  const { row, bundle, items } = loaded
  const item = items.find((each) => each.id === id)
  if (!item) throw new Refusal('not_found')
  const document = itemOf(bundle, item.topic)
  const events = await timelines(act.tx, [id])
  const needed = new Set(document.needs.map((need) => need.element))
  const materials = materialsFor(bundle, item, caseFacts(bundle, row.content, act.at))
  return {
    ...presentWork(item, act.actor, act.at, mustOf(loaded, item, events, act.at)),
    ...(await saidOf(act, loaded, item, events)),
    version: item.version,
    name: say(document.name, act.lang),
    department: departmentName(bundle, item.unit, act.lang),
    caseNo: row.no,
    title: say(bundle.lifeEvent.title, act.lang),
    applicant: item.label,
    facts: await factsFor(act, loaded, needed, whole),
    files: await deskFiles(act, bundle, pick(row.content.files, [...materials, ...needed])),
    checkpoints: document.checkpoints.map((each) => say(each, act.lang)),
    procedures: (document.specialProcedures ?? []).map(({ code, name, days }) => ({
      code,
      name: say(name, act.lang),
      days,
    })),
    inspection: jointItems(loaded).some((each) => each.id === id)
      ? {
          planned: presentInspection(loaded, act.lang),
          note: say(bundle.lifeEvent.jointInspection?.note ?? { zh: '', en: '' }, act.lang),
        }
      : null,
    publicity:
      document.publicity && mustPublicise(loaded, item, events, act.at)
        ? { days: document.publicity.days, subject: say(document.publicity.subject, act.lang) }
        : null,
    waitsFor: waitsFor(loaded, item, act.lang),
    events: await presentDeskEvents(act, loaded, events),
    agreements: presentAgreements(row.content, act.lang),
    documents: await presentDocuments(act, loaded, id),
    lookUps: presentLookUps(loaded, act),
    materials: handedIn(
      act,
      loaded,
      materials.filter((code) => row.content.files[code]),
    ),
    earlier: await earlierOf(act, loaded, item),
    parcel: await parcelOf(act, item.id),
    opinions: opinionsFor(item.topic),
    siblings: items
      .filter((each) => each.id !== id)
      .map((each) => ({
        id: each.id,
        name: say(itemOf(bundle, each.topic).name, act.lang),
        state: each.state,
      })),
  }
}

function handedIn({ lang }: Act | Look, { bundle }: LoadedCase, codes: readonly string[]) {
  return codes.flatMap((code) => {
    const material = bundle.materials[code]
    return material ? [{ code, name: say(material.name, lang) }] : []
  })
}

function factsFor(
  act: Act | Look,
  loaded: LoadedCase,
  needed: ReadonlySet<string> | null,
  whole: string | undefined,
) {
  const facts = deskFacts(loaded.bundle, loaded.row.content.facts, needed, act.lang, whole)
  return withObjections(act, loaded, withAfresh(loaded, facts, act.lang))
}

function pick<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)))
}
