import { dayOf } from '#shared/calendar/day.ts'
import type { FilingInput } from '#shared/contract/hotline.ts'
import { DISPATCH_DAYS } from '#shared/hotline/limits.ts'
import { ticketNo } from '#shared/hotline/number.ts'
import { titleOf } from '#shared/hotline/title.ts'
import { urgentWordsIn } from '#shared/hotline/urgent.ts'
import { newId } from '#shared/id.ts'
import type { Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { personOf } from '../identity/index.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { hotlineCenter } from './center.ts'
import { insertTicket } from './store.ts'

/**
 * A signed-in person files a ticket. A text with urgent words is taken only once the person has seen the emergency
 * numbers and goes on (domain.md §5.3).
 * @returns the number of the ticket
 * @throws Refusal invalid_input
 */
export async function file(act: Act, input: FilingInput): Promise<{ no: string }> {
  const person = act.actor.kind === 'person' ? await personOf(act.tx, act.actor.id) : undefined
  if (!person) throw new Refusal('not_allowed')
  const problems = problemsOf(input)
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })

  const id = newId(act.at)
  const title = titleOf(input.text)
  const day = dayOf(act.at)
  const no = ticketNo(day, await nextNumber(act.tx, `ticket.${day}`))
  await insertTicket(act.tx, {
    id,
    no,
    kind: input.kind,
    category: input.category,
    channel: 'web',
    callerId: person.id,
    content: { title, text: input.text, place: input.place, expectation: input.expectation },
    caller: { name: person.name, phone: person.phone },
    secret: input.secret ? 'yes' : 'no',
    filedAt: act.at,
    reply: null,
    repliedAt: null,
    callBack: null,
  })
  await openWork(act, [
    {
      id,
      kind: 'ticket',
      state: 'filed',
      unit: hotlineCenter(),
      parentId: id,
      no,
      topic: input.category,
      label: title,
      ownerId: person.id,
      clock: { name: 'dispatch', days: DISPATCH_DAYS },
    },
  ])
  act.note({ verb: 'ticket.file', subjectKind: 'ticket', subjectId: id, detail: { no, kind: input.kind } })
  return { no }
}

function problemsOf(input: FilingInput): Problem[] {
  const { kinds, categories, urgentWords } = catalog().hotline
  const known = (list: { code: string }[], code: string) => list.some((each) => each.code === code)
  const urgent = urgentWordsIn(`${input.text}\n${input.place}\n${input.expectation}`, urgentWords)
  return [
    ...(known(kinds, input.kind) ? [] : [{ field: 'kind', code: 'not_an_option' }]),
    ...(known(categories, input.category) ? [] : [{ field: 'category', code: 'not_an_option' }]),
    ...(urgent.length === 0 || input.notUrgent ? [] : [{ field: 'notUrgent', code: 'urgent_words' }]),
  ]
}
