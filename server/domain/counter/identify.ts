import { readCardLine } from '#shared/counter/card-line.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { makeCode } from '../forms/index.ts'
import { personByResidentId, personOf } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { fieldOfVisitor } from '../queue/index.ts'
import { takeCode } from './take-code.ts'
import { departmentOf, newVisit, startVisit, type Identified } from './visit.ts'

/** So long a code that was sent may be told. */
const ASKED_MS = 10 * 60_000

/** By the code that the person shows: nobody else can have made it. */
export async function identifyByCode(act: Act, { code }: { code: string }): Promise<{ visit: string }> {
  const { personId } = await takeCode(act, code)
  const person = await personOf(act.tx, personId)
  if (!person) throw new Refusal('not_found')
  const { name, residentId } = person
  return { visit: (await startVisit(act, { personId, name, residentId, way: 'code' })).id }
}

/**
 * By what a reader of id cards types. To us a reader is a keyboard: that a card lay on it is what the clerk says. The
 * trail says so, and the person is told at once.
 */
export async function identifyByCard(act: Act, { card }: { card: string }): Promise<{ visit: string }> {
  const read = readCardLine(card)
  if (!read) throw refusal('card', 'card_line')
  return { visit: (await startVisit(act, { ...(await known(act, read)), way: 'card' })).id }
}

/**
 * By name and number, typed. Whoever has an account agrees with the code that is sent to it; whoever has none shows a
 * document, which the clerk says to have seen.
 */
export async function identifyByNumber(
  act: Act,
  { name, residentId, presented }: { name: string; residentId: string; presented?: 'yes' | undefined },
): Promise<{ visit: string }> {
  const person = await known(act, { name, residentId })
  if (person.personId !== '') return { visit: await askConsent(act, person) }
  if (presented !== 'yes') throw refusal('presented', 'presented_missing')
  return { visit: (await startVisit(act, { ...person, way: 'presented' })).id }
}

/** Sends the person a code; they tell it, and that is their consent. */
async function askConsent(act: Act, person: Omit<Identified, 'way'>): Promise<string> {
  const { id, unit, place } = await newVisit(act, { ...person, way: 'consent' }, 0, ASKED_MS)
  const made = await makeCode(act, { matter: id, personId: person.personId, words: CONSENT_WORDS })
  if (!made) throw refusal('residentId', 'visit_codes_many')
  const params = { department: departmentOf(unit), place, code: made.code }
  await tell(act, person.personId, 'counter_code', `counter_code ${made.id}`, params, '/my/messages')
  act.note({
    verb: 'counter.sendCode',
    subjectKind: 'person',
    subjectId: person.personId,
    detail: { visit: id },
  })
  return id
}

/** What is agreed to with the code: that the clerk sees what is known here while the visit lasts. */
export const CONSENT_WORDS = 'counter visit 1'

/** An account counts under its own name alone; nobody learns of it under another. */
async function known(
  act: Act,
  given: { name: string; residentId: string },
): Promise<Omit<Identified, 'way'>> {
  const residentId = fieldOfVisitor('residentId', given.residentId, act.at)
  const name = fieldOfVisitor('name', given.name, act.at)
  const person = await personByResidentId(act.tx, residentId)
  return { personId: person?.name === name ? person.id : '', name, residentId }
}

function refusal(field: string, problem: string): Refusal {
  return new Refusal('invalid_input', { problems: [{ field, ...fault(problem) }] })
}
