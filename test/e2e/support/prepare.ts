import { expect } from '@playwright/test'
import type { CaseView } from '../../../shared/cases/view.ts'
import { cases, deskCases } from '../../../shared/contract/cases.ts'
import { drafts } from '../../../shared/contract/drafts.ts'
import { starting } from '../../../shared/contract/starting.ts'
import { uploads } from '../../../shared/contract/uploads.ts'
import type { Client } from './client.ts'
import { PICTURE, REVIEWERS, type Answers } from './newborn.ts'

/** Fills a draft up to a page, as the endpoints take it. Answers the draft's id. */
export async function fillDraft(mother: Client, answers: Answers, until = 'check'): Promise<string> {
  const { draft, next } = await mother.call(starting.start, { lifeEvent: 'newborn' })
  for (let step = next; step !== until;) step = await answerStep(mother, draft, step, answers)
  return draft
}

async function answerStep(mother: Client, draft: string, step: string, answers: Answers): Promise<string> {
  const view = await mother.call(drafts.step, { draft, step })
  if (view.kind === 'consent') return (await mother.call(drafts.consent, { draft, decision: 'agree' })).next
  if (view.kind === 'materials') return giveMaterials(mother, draft)
  const given = view.fields.map(({ name, value }) => [name, answers[name] ?? value])
  const saved = await mother.call(drafts.save, { draft, step, ...Object.fromEntries(given) })
  expect(saved.problems, `problems on the page ${step}`).toEqual([])
  return saved.next
}

async function giveMaterials(mother: Client, draft: string): Promise<string> {
  const { materials } = await mother.call(drafts.step, { draft, step: 'materials' })
  const wanted = materials.filter(({ state, optional }) => state === 'upload' && !optional)
  const multipart = Object.fromEntries(wanted.map(({ code }) => [code, PICTURE]))
  const address = uploads.materials.path.replace(':draft', draft)
  const response = await mother.request.post(address, { multipart })
  const saved: { next: string; problems: unknown[] } = await response.json()
  expect(saved.problems, 'problems of the materials').toEqual([])
  return saved.next
}

/** Sends a whole application. Answers the number of the case. */
export async function sendCase(mother: Client, answers: Answers): Promise<string> {
  const draft = await fillDraft(mother, answers)
  const { no } = await mother.call(cases.send, { draft, declared: 'yes' })
  return no
}

/** Reads a case until it is as awaited: what follows from a decision is done by jobs. */
export async function untilCase(
  mother: Client,
  no: string,
  fits: (view: CaseView) => boolean,
): Promise<CaseView> {
  let view = await mother.call(cases.read, { no })
  const seen = async () => fits((view = await mother.call(cases.read, { no })))
  await expect.poll(seen, { timeout: 20_000, intervals: [50, 100, 200] }).toBe(true)
  return view
}

/** Accepts a case and grants item after item until it is closed. */
export async function grantAll(
  client: (login: string) => Promise<Client>,
  mother: Client,
  no: string,
): Promise<CaseView> {
  const counter = await client('counter')
  await counter.call(deskCases.accept, { no })
  for (;;) {
    const view = await untilCase(
      mother,
      no,
      (each) => each.state === 'closed' || reviewable(each).length + onPaper(each).length > 0,
    )
    if (view.state === 'closed') return view
    for (const { id } of onPaper(view))
      await counter.call(deskCases.decide, { item: id, decision: 'deliver', signing: 'paper' })
    for (const { id, code } of reviewable(view)) {
      const reviewer = await client(REVIEWERS[code] ?? '')
      await reviewer.call(deskCases.decide, { item: id, decision: 'grant', checked: CHECKED })
    }
  }
}

/** Every point of review of any item, ticked. */
const CHECKED = Array.from({ length: 12 }, (_, i) => String(i))

/** Results on paper, which somebody must collect. */
function onPaper({ items }: CaseView) {
  return items.filter(({ state }) => state === 'issued')
}

function reviewable({ items }: CaseView) {
  return items.filter(({ state, code }) => state === 'reviewing' && code in REVIEWERS)
}
