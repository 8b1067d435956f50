import { actorId } from '#shared/access/actor.ts'
import type { CounterView, VisitorLine, VisitView } from '#shared/counter/views.ts'
import { showMasked } from '#shared/elements/value.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { casesAtCounter } from '../cases/index.ts'
import { certificatesAtCounter } from '../certificates/index.ts'
import { draftsAtCounter } from '../forms/index.ts'
import { ticketsAtCounter } from '../hotline/index.ts'
import { appointmentsOfVisitor, atCounter, type AtCounter } from '../queue/index.ts'
import { unfinishedVisit, type VisitRow } from './store.ts'
import { lasts, openVisitOf } from './visit.ts'

/** The clerk's counter: everything known of whoever is there, which is a look on record, or how to say who is. */
export async function readCounter(look: Look): Promise<CounterView> {
  const here = await atCounter(look)
  const row = await unfinishedVisit(look.tx, actorId(look.actor))
  const waits = row?.startedAt === 0 && look.at < row.validTo ? row : undefined
  const open = row && (await lasts(look.tx, row, look.at)) ? row : undefined
  return {
    place: here ? say(here.place, look.lang) : '',
    hall: here?.hall ?? '',
    ticket: here?.ticket ? { no: here.ticket.no, business: say(here.ticket.business, look.lang) } : null,
    asked: waits ? { visit: waits.id, name: waits.person.name, validTo: waits.validTo } : null,
    visit: open ? await presentVisit(look, open, here) : null,
  }
}

async function presentVisit(look: Look, row: VisitRow, here: AtCounter | undefined): Promise<VisitView> {
  const { personId, person, personBlind } = row
  look.note({
    verb: 'counter.look',
    subjectKind: personId ? 'person' : 'visit',
    subjectId: personId || row.id,
    detail: { visit: row.id },
  })
  const [appointments, drafts, cases, certificates, tickets] = await Promise.all([
    appointmentsOfVisitor(look, personBlind),
    personId ? draftsAtCounter(look, personId) : [],
    personId ? casesAtCounter(look, personId) : [],
    personId ? certificatesAtCounter(look, personId) : [],
    personId ? ticketsAtCounter(look, personId) : [],
  ])
  const booked = here?.ticket?.personBlind ?? ''
  return {
    id: row.id,
    name: person.name,
    residentId: showMasked(catalog().one('element', 'applicant.residentId'), person.residentId, look.lang),
    way: row.way,
    startedAt: row.startedAt,
    validTo: row.ticketId === '' ? row.validTo : null,
    hasAccount: personId !== '',
    ticketOfOther: booked !== '' && booked !== personBlind,
    appointments,
    drafts,
    cases,
    certificates: certificates.map(({ identifier, name, no, issuer, state, validTo }) => ({
      identifier,
      name,
      no,
      issuer,
      state,
      validTo,
    })),
    tickets: tickets.map(({ no, title, kind, state, filedAt }) => ({ no, title, kind, state, filedAt })),
  }
}

/** Who is at the clerk's counter, for every page of the desk; null when nobody is. */
export async function visitorOfClerk(look: Look): Promise<VisitorLine | null> {
  const visit = await openVisitOf(look.tx, actorId(look.actor), look.at)
  if (!visit) return null
  return { visit: visit.id, name: visit.name }
}
