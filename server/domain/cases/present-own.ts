import { elementOf, itemOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { CaseItemView, CaseView, RuleExplanation } from '#shared/cases/view.ts'
import { showMasked } from '#shared/elements/value.ts'
import { leavesOf, type Judgement } from '#shared/rules/judge.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import type { Move } from '#shared/work/move.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { certificatesOfCase } from '../certificates/index.ts'
import { sourceName } from '../forms/index.ts'
import { parcelOf } from '../parcels/index.ts'
import { presentWork, timelines, type TimelineEntry, type WorkRow } from '../work/index.ts'
import { whatIsAsked } from './correct.ts'
import { withObjections } from './disputed-facts.ts'
import { presentDocuments } from './documents.ts'
import { presentInspection } from './inspect.ts'
import { isOwn, loadCase, type LoadedCase } from './load.ts'
import { deskFacts, deskFiles } from './present-facts.ts'
import {
  departmentName,
  laterOf,
  noteToOwner,
  presentAgreements,
  presentEvents,
  waitsFor,
} from './present-parts.ts'
import { enteredBy, lastDayToAnswer } from './terms.ts'

/** The applicant's own case. */
export async function presentOwnCase(look: Look, { no }: { no: string }): Promise<CaseView> {
  const loaded = await loadCase(look, no)
  const { row, bundle, items } = loaded
  if (!isOwn(row, look.actor)) throw new Refusal('not_found')
  const [events, certificates, documents] = await Promise.all([
    timelines(
      look.tx,
      items.map((item) => item.id),
    ),
    certificatesOfCase(look.tx, row.id),
    presentDocuments(look, loaded),
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
    items: await Promise.all(
      items.map(async (item) => {
        const certificate = certificates.find((each) => each.workId === item.id)
        return {
          ...presentOwnItem(loaded, item, events, look),
          certificate: certificate
            ? {
                identifier: certificate.identifier,
                name: say(
                  bundle.certificateTypes[certificate.type]?.name ?? bundle.lifeEvent.title,
                  look.lang,
                ),
              }
            : null,
          parcel: await parcelOf(look, item.id),
        }
      }),
    ),
    events: await presentEvents(look, loaded, events),
    documents,
    moves: [...new Set([...moves, ...(row.state === 'closed' ? ['rate'] : [])])],
    inspection: presentInspection(loaded, look.lang),
    solemn: Boolean(bundle.lifeEvent.solemn),
    agreements: presentAgreements(row.content, look.lang),
    later: laterOf(loaded, look.lang),
    facts: await withObjections(look, loaded, deskFacts(bundle, row.content.facts, null, look.lang)),
    files: await deskFiles(look, bundle, row.content.files),
    note: whatIsAsked(loaded, events),
    applicant: String(row.content.facts['applicant.name']?.value ?? ''),
  }
}

/** States that an item comes to with words for the applicant. */
const WITH_REASON = [
  ...Object.values<Move>(CASE_ITEM_MOVES.moves).flatMap(({ needsNote, to }) => (needsNote ? [to] : [])),
  'cancelled',
]

/** Decisions that one may have looked at again. */
const APPEALABLE = ['denied', 'refused', 'not-ours', 'revoked']

function presentOwnItem(
  loaded: LoadedCase,
  item: WorkRow,
  events: readonly TimelineEntry[],
  look: Look,
): Omit<CaseItemView, 'certificate' | 'parcel'> {
  const { bundle } = loaded
  const document = itemOf(bundle, item.topic)
  const own = events.filter((event) => event.workId === item.id)
  const came = enteredBy(item, own)
  const { dueDay, daysLeft, provisional, moves } = presentWork(item, look.actor, look.at)
  return {
    id: item.id,
    code: item.topic,
    name: say(document.name, look.lang),
    department: departmentName(bundle, item.unit, look.lang),
    withdrawable: moves.includes('withdraw'),
    state: item.state,
    dueDay,
    daysLeft,
    provisional,
    waitsFor: waitsFor(loaded, item, look.lang),
    reason: came && WITH_REASON.includes(item.state) ? noteToOwner(came) : '',
    remedy: APPEALABLE.includes(item.state) ? say(document.remedy, look.lang) : '',
    answerBy: lastDayToAnswer(item, own) ?? null,
    explanation: explanationOf(
      bundle,
      own.find((event) => event.move === 'grant' && event.by === 'system'),
      look.lang,
    ),
  }
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
