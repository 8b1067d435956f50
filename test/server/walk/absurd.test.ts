import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { sendCase } from '#domain/cases/index.ts'
import {
  decideConsent,
  giveMaterials,
  presentCheck,
  presentStep,
  saveAndLook,
  startDraft,
} from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { VALUE_TYPES } from '#shared/elements/types.ts'
import { takeField } from '#shared/forms/field-rules.ts'
import type { StepView } from '#shared/forms/view.ts'
import { problemsOf, type Problem } from '#shared/problem.ts'
import { Refusal, REFUSALS } from '#shared/refusal.ts'
import { randomFrom } from '../../unit/elements/random.ts'
import { absurdPost, pick, type Random } from '../../support/absurd.ts'
import { answerValidly } from '../../support/answer-validly.ts'
import { bundle } from '../../support/published.ts'
import { WALKS, type Walk } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

/** Walks of every event, in the time there is: the seeds are the same in every run, and a longer run takes more. */
const WALKS_EACH = 60
const MOST_MS = Number(process.env.ABSURD_SECONDS ?? 3) * 1000
/** What is posted on each walk before it is finished in earnest. */
const POSTS = 24

const words: Record<string, string> = JSON.parse(readFileSync('locales/zh/problems.json', 'utf8'))

let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** What was refused as it should be, or problems that have words. Answers whether a case came of it. */
async function told(work: Promise<{ problems?: Problem[] } | { no: string }>): Promise<boolean> {
  try {
    const answer = await work
    for (const { code } of ('problems' in answer && answer.problems) || []) expect(words).toHaveProperty(code)
    return 'no' in answer
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(REFUSALS).toHaveProperty(error.code)
    expect(error.status).toBeLessThan(500)
    return false
  }
}

/** Posts something anywhere. Answers whether the draft was sent by that. */
async function postAnything(who: Asking, draft: string, random: Random, view: StepView): Promise<boolean> {
  const chance = random()
  const steps = ['s1', 's2', 's9', 'consent', 'materials', 'check', 'nonsense', ...pagesOf(view)]
  const step = chance < 0.7 ? view.step : (pick(random, steps) ?? view.step)
  if (chance > 0.97) return told(perform(who, (act) => sendCase(act, { draft })))
  if (step === 'consent')
    return told(decideConsent(who, { draft, decision: random() < 0.8 ? 'agree' : 'decline' }))
  if (step === 'materials') return told(giveMaterials(who, { draft, ...absurdFiles(random, view) }))
  return told(saveAndLook(who, { draft, step, ...absurdPost(random, view, dayOf(who.at)) }))
}

function pagesOf({ lifeEvent }: StepView): string[] {
  return bundle(lifeEvent.code).lifeEvent.pages.map(({ code }) => code)
}

function absurdFiles(random: Random, { materials }: StepView): Record<string, unknown> {
  const data = () => Buffer.from(Array.from({ length: Math.floor(random() * 200) }, () => random() * 256))
  return Object.fromEntries(
    materials.flatMap(({ code }): [string, unknown][] => [
      [code, random() < 0.5 ? [{ name: '../..\u202egnp.exe', data: data() }] : 'no file'],
      [`signature.${code}`, pick(random, ['', '别人', '\u202e', ['a', 'b']])],
    ]),
  )
}

/** What a browser says of a page as it stands, field by field: the very problems that the server draws beside them. */
function browserSays({ fields }: StepView, today: string): Problem[] {
  return fields.flatMap((field) => {
    const { fault } = takeField(VALUE_TYPES[field.type], field, field.value, field.required, today)
    return fault ? problemsOf(field.name, fault) : []
  })
}

function agree(view: StepView, today: string): void {
  const own = view.problems.filter(({ code }) => code !== 'cross_check')
  if (own.length === 0 || view.kind !== 'page') return
  const hidden = new Set(view.conditional.map(({ name }) => name))
  const byBrowser = browserSays(view, today).map(keyOf)
  for (const problem of own) expect(byBrowser).toContain(keyOf(problem))
  const byServer = own.map(keyOf)
  for (const problem of browserSays(view, today))
    if (!hidden.has(problem.field.split('.').slice(0, 2).join('.')))
      expect(byServer).toContain(keyOf(problem))
}

function keyOf({ field, code, params }: Problem): string {
  return `${field} ${code} ${JSON.stringify(params ?? {})}`
}

/** One walk: anything at all, some of it in earnest so that it gets further, and at last to the end. */
async function walkAbsurdly({ event, login, answers }: Walk, random: Random): Promise<void> {
  const who = await world.as(login)
  const { draft, next } = await perform(who, (act) => startDraft(act, { lifeEvent: event, fresh: true }))
  let view = await look(who, (reading) => presentStep(reading, { draft, step: next }))
  for (let post = 0; post < POSTS; post += 1) {
    if (await postAnything(who, draft, random, view)) return
    view = await stepNow(who, draft)
    agree(view, dayOf(who.at))
    if (random() < 0.4) await answerValidly(who, draft, answers, 1)
    view = await stepNow(who, draft)
  }
  await answerValidly(who, draft, answers)
  const { items, counter, blocked } = await look(who, (reading) => presentCheck(reading, { draft }))
  expect(items.length + counter.length + blocked.length).toBeGreaterThan(0)
}

/** Where the draft stands. */
function stepNow(who: Asking, draft: string): Promise<StepView> {
  return look(who, (reading) => presentStep(reading, { draft, step: 'check' }))
}

describe.each(WALKS)('$event', (walk) => {
  it('takes anything: refuses with a reason or keeps it with a problem, and can always be finished', async () => {
    const from = performance.now()
    for (let i = 0; i < WALKS_EACH && performance.now() - from < MOST_MS; i += 1)
      await walkAbsurdly(walk, randomFrom(walk.event.length * 1000 + i))
  }, 120_000)
})
