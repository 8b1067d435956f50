import { agreementsOf, invite, answerInvitation, ownInvitations } from '#domain/agreements/index.ts'
import { sendCase } from '#domain/cases/index.ts'
import { giveMaterials, presentStep, saveAndLook, startDraft } from '#domain/forms/index.ts'
import { personOf } from '#domain/identity/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { readCity } from '#db/city/load.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { Answer } from '#shared/forms/draft.ts'
import type { StepView } from '#shared/forms/view.ts'
import { makeJpeg, onePage } from '../unit/files/make.ts'
import { agreeTo } from './agree.ts'
import { sampleAnswer } from './samples.ts'

/** Longer than any life event. */
const MOST_STEPS = 60

/**
 * Walks a life event to its last page: by the answers given, and by samples where nothing else is said.
 * @param without codes of materials that are not handed in
 */
export async function walkToCheck(
  who: Asking,
  lifeEvent: string,
  answers: Record<string, Answer> = {},
  without: readonly string[] = [],
): Promise<string> {
  const { draft, next } = await perform(who, (act) => startDraft(act, { lifeEvent, fresh: true }))
  let step = next
  for (let i = 0; step !== 'check'; i += 1) {
    const before = step
    step = await takeStep(who, draft, step, { answers, without })
    if (i > MOST_STEPS || step === before) throw new Error(await stuck(who, draft, before))
  }
  return draft
}

async function takeStep(
  who: Asking,
  draft: string,
  step: string,
  { answers, without }: { answers: Record<string, Answer>; without: readonly string[] },
): Promise<string> {
  if (step === 'consent') return (await agreeTo(who, draft)).next
  const view = await look(who, (reading) => presentStep(reading, { draft, step }))
  if (step === 'materials') {
    const materials = view.materials.filter(({ code }) => !without.includes(code))
    return (await giveMaterials(who, { draft, ...handedIn({ materials }, await nameOf(who)) })).next
  }
  return (await saveAndLook(who, { draft, step, ...typedOn(view, dayOf(who.at), answers) })).next
}

/** What somebody types on a page: the answers given, and samples where nothing else is said. */
export function typedOn(
  { fields }: Pick<StepView, 'fields'>,
  today: string,
  answers: Record<string, Answer>,
): Record<string, string | string[]> {
  const typed = fields.map(
    (field) => [field.name, answers[field.name] ?? sampleAnswer(field, today)] as const,
  )
  return Object.fromEntries(typed.flatMap(posted))
}

/** An answer as a page posts it: each cell of rows by its own name. */
function posted([name, answer]: readonly [string, Answer]): [string, string | string[]][] {
  if (typeof answer === 'string') return [[name, answer]]
  const texts = answer.filter((each) => typeof each === 'string')
  if (texts.length === answer.length) return [[name, texts]]
  return answer.flatMap((row, i) =>
    typeof row === 'string'
      ? []
      : Object.entries(row).map(([field, cell]): [string, string | string[]] => [
          `${name}.${i}.${field}`,
          cell,
        ]),
  )
}

/** A page or a picture for every material that is needed, one's name under every statement. */
export function handedIn({ materials }: Pick<StepView, 'materials'>, name: string) {
  return Object.fromEntries(
    materials.flatMap(({ code, state, optional, accept, files }): [string, unknown][] => {
      if (state === 'sign') return [[`signature.${code}`, name]]
      if (state === 'exempt' || optional || files.length > 0) return []
      const paper = accept.includes('.pdf')
      return [[code, [{ name: paper ? 'a.pdf' : 'a.jpg', data: paper ? onePage() : makeJpeg() }]]]
    }),
  )
}

async function stuck(who: Asking, draft: string, step: string): Promise<string> {
  const { problems, blocked, fields } = await look(who, (reading) => presentStep(reading, { draft, step }))
  const found = fields.flatMap(({ problem }) => problem ?? [])
  return `stuck at ${step}: ${JSON.stringify({ problems, blocked, found })}`
}

/** Asks whoever must agree, lets each of them agree, and sends it. Answers the number of the case. */
export async function sendWalked(
  who: Asking,
  draft: string,
  others: readonly Asking[] = [],
): Promise<string> {
  if (others.length > 0) await perform(who, (act) => invite(act, { draft }))
  for (const other of others) await agree(other)
  return (await perform(who, (act) => sendCase(act, { draft }))).no
}

/** The logins of those who must agree to a draft, found by their names. */
export async function whoMustAgree(who: Asking, draft: string): Promise<string[]> {
  const { lines } = await look(who, (reading) => agreementsOf(reading, { draft }))
  return lines.map(({ name }) => loginOf(name))
}

const city = readCity('db/city')

function loginOf(name: string): string {
  const ids = city.people.filter((person) => person.name === name).map(({ residentId }) => residentId)
  const account = city.accounts.accounts.find(({ residentId }) => ids.includes(residentId))
  if (!account) throw new Error(`${name} has no account in the demo city`)
  return account.login
}

async function agree(other: Asking): Promise<void> {
  const signature = await nameOf(other)
  for (const { id } of await look(other, ownInvitations))
    await perform(other, (act) =>
      answerInvitation(act, { agreement: id, answer: 'agree', signature, reason: '' }),
    )
}

/** The name of somebody who is signed in. */
export async function nameOf({ actor, ...who }: Asking): Promise<string> {
  const id = actor.kind === 'person' ? actor.id : ''
  return (await look({ actor, ...who }, (reading) => personOf(reading.tx, id)))?.name ?? ''
}
