import { read } from '#db'
import { lookupLog } from '#db/schema/exchange.ts'
import { decideConsent, presentStep, saveAndLook, startDraft } from '#domain/forms/index.ts'
import { draftRow } from '#domain/forms/store.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { answerValidly } from './answer-validly.ts'
import { bundle } from './published.ts'
import { fullestAnswers } from './walks.ts'
import type { World } from './world.ts'

/** No page stands further back. */
const MOST_PAGES = 20

/** A form as it was filled in, with whom registers were asked about for it. */
export interface Form {
  draft: string
  content: DraftContent
  /** Every page, as it is drawn. */
  pages: string
  /** Whom registers were asked about by their number, with how it ended. */
  asked: { resource: string; subject: string; outcome: string; fault: string }[]
}

/** A child at the page that asks who died. */
export const HEIR = ['heir', 'bereavement', { 'deceased.relation': 'child' }, 'deceased'] as const

/** A form whose questions are answered and whose consent is given, with what is typed on one of its pages. */
export async function filledForm(
  world: World,
  login: string,
  event: string,
  answers: Record<string, string | string[]>,
  step: string,
  typed: Record<string, string>,
): Promise<Form> {
  const who = await world.as(login)
  const said = { ...fullestAnswers(bundle(event)), ...answers }
  const { draft } = await perform(who, (act) => startDraft(act, { lifeEvent: event, fresh: true, ...said }))
  await decideConsent(who, { draft, decision: 'agree' })
  const at = () => look(who, (reading) => presentStep(reading, { draft, step }))
  for (let page = 0; page < MOST_PAGES && (await at()).step !== step; page += 1)
    await answerValidly(who, draft, said, 1)
  const save = () => saveAndLook(who, { draft, step, ...typed })
  // What was locked as somebody else's is only asked for once it is gone.
  const { problems } = (await save()).problems.length > 0 ? await save() : { problems: [] }
  expect(problems).toEqual([])
  return formSeen(who, draft, event)
}

/** A form of a life event as it stands. */
export async function formSeen(who: Asking, draft: string, event: string): Promise<Form> {
  const pages = await Promise.all(
    bundle(event).lifeEvent.pages.map(({ code }) =>
      look(who, (reading) => presentStep(reading, { draft, step: code })),
    ),
  )
  const row = await draftRow(read(), draft)
  if (!row) throw new Error('the draft is gone')
  const asked = await read().select().from(lookupLog).where(eq(lookupLog.matterId, draft))
  return { draft, content: row.content, pages: JSON.stringify(pages), asked }
}

/** What a form knows of registers about an element. */
export function knownIn({ content }: Form, code: string): unknown {
  return content.knowns[code]?.value
}
