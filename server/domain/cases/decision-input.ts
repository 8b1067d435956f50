import { itemOf } from '#shared/catalog/bundle.ts'
import { decisiveElements } from '#shared/cases/afresh.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { CARRIER_NAMES } from '#shared/parcels/carriers.ts'
import { extensionDaysOf } from '#shared/cases/promise.ts'
import { fault, type Fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { registerParcel } from '../parcels/index.ts'
import type { MoveInput, TimelineEntry, WorkRow } from '../work/index.ts'
import type { Decided } from './decide.ts'
import { handedOver } from './hand-over.ts'
import type { LoadedCase } from './load.ts'
import { mustPublicise, publicityEnd } from './publicity.ts'
import { doubtsIn } from './verify-afresh.ts'

/** The item a decision is about, and what happened to it. */
interface Subject {
  loaded: LoadedCase
  item: WorkRow
  events: readonly TimelineEntry[]
}

type Input = MoveInput & { content?: Partial<CaseContent> }

/**
 * What a move at the desk needs besides its name: days, reasons, what goes on record.
 * @throws Refusal invalid_input, beside the field that lacks something
 */
export async function decisionInput(act: Act, subject: Subject, decided: Decided): Promise<Input> {
  const { decision, note } = decided
  return { note, ...(await SPECIAL[decision]?.(act, subject, decided)) }
}

type Special = (act: Act, subject: Subject, decided: Decided) => Input | Promise<Input>

const SPECIAL: Partial<Record<Decided['decision'], Special>> = {
  publicise: (act, { loaded, item }) => {
    const { publicity } = itemOf(loaded.bundle, item.topic)
    return publicity ? { data: { until: publicityEnd(publicity.days, act.at) } } : {}
  },
  startProcedure: (_act, { loaded, item }, { procedure }) => {
    const known = itemOf(loaded.bundle, item.topic).specialProcedures
    const found = known?.find(({ code }) => code === procedure)
    if (!found) throw refused('procedure', fault('missing'))
    return { data: { procedure: found.code, days: found.days } }
  },
  askInReview: (_act, { loaded }, { elements = [], materials = [] }) => {
    const { facts, files } = loaded.row.content
    const asked = {
      elements: elements.filter((code) => facts[code]),
      materials: materials.filter((code) => files[code]),
    }
    return { data: asked }
  },
  askExtension: (_act, subject, decided) => ({ data: { days: extension(subject, decided) } }),
  extend: (_act, subject, decided) => {
    const asked = subject.events.findLast(({ move }) => move === 'askExtension')?.data.days
    const days = extension(subject, { ...decided, days: decided.days ?? Number(asked) })
    return { days, data: { days } }
  },
  propose: (act, subject, decided) => {
    if (!decided.proposal) throw refused('proposal', fault('missing'))
    if (decided.proposal === 'deny' && decided.note.trim() === '') throw refused('note', fault('missing'))
    const data = decided.proposal === 'grant' ? grantable(act, subject, decided) : {}
    return { data: { ...data, decision: decided.proposal } }
  },
  grant: (act, subject, decided) => ({ data: grantable(act, subject, decided) }),
  post: async (act, { loaded, item }, { trackingNo, carrier = 'ems' }) => {
    if (!trackingNo) throw refused('trackingNo', fault('missing'))
    const { deliveries = {} } = loaded.row.content
    await registerParcel(act, { workId: item.id, carrier, no: trackingNo })
    const sent = { mode: 'post' as const, carrier: CARRIER_NAMES[carrier].zh, trackingNo, at: act.at }
    return { content: { deliveries: { ...deliveries, [item.topic]: sent } } }
  },
  deliver: async (act, { loaded, item }, decided) => {
    const { deliveries = {} } = loaded.row.content
    const handed = await handedOver(act, loaded, item, decided)
    return { content: { deliveries: { ...deliveries, [item.topic]: handed } } }
  },
}

/** Everything that must be seen to before something is granted; answers what goes on record with the decision. */
function grantable(act: Act, { loaded, item, events }: Subject, { checked = [] }: Decided) {
  const { checkpoints } = itemOf(loaded.bundle, item.topic)
  if (mustPublicise(loaded, item, events, act.at)) throw refused('decision', fault('publicity_first'))
  if (!checkpoints.every((_, i) => checked.includes(String(i))))
    throw refused('checked', fault('checked_all'))
  // What the registers said meanwhile, and the reviewer granted in spite of, stays with the decision.
  const doubts = doubtsOf(loaded, item)
  return { ...(checked.length > 0 && { checked }), ...(doubts.length > 0 && { doubts }) }
}

function extension({ loaded, item }: Subject, { days }: Pick<Decided, 'days'>): number {
  const most = extensionDaysOf(itemOf(loaded.bundle, item.topic))
  if (!days || !Number.isInteger(days) || days < 1 || days > most)
    throw refused('days', fault('extension_days', { max: most }))
  return days
}

function doubtsOf({ row, bundle }: LoadedCase, item: WorkRow): string[] {
  const { afresh = {} } = row.content
  const decisive = new Set(decisiveElements(bundle, item.topic))
  return doubtsIn(afresh).filter((code) => decisive.has(code))
}

function refused(field: string, found: Fault): Refusal {
  return new Refusal('invalid_input', { problems: [{ field, ...found }] })
}
