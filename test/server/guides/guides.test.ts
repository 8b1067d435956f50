import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { count } from 'drizzle-orm'
import { read } from '#db'
import { auditEntries } from '#db/schema/audit.ts'
import { drafts } from '#db/schema/forms.ts'
import { decideConsent, presentStep, startDraft } from '#domain/forms/index.ts'
import { look, perform } from '#domain/perform.ts'
import type { EventGuide, ItemGuide } from '#shared/contract/guides.ts'
import type { GuidanceView } from '#shared/guidance/view.ts'
import { openApi, type Api } from '../../support/api.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let api: Api
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

async function get<T>(path: string): Promise<T> {
  const { status, body } = await api.get(path)
  expect([path, status]).toEqual([path, 200])
  return body as T
}

const ANSWERS = new URLSearchParams([
  ['applicant.relation', 'mother'],
  ['situation.hasBirthCertificate', 'no'],
  ['situation.married', 'yes'],
  ['situation.householdWith', 'mother'],
  ['situation.extras', ''],
  ['situation.extras', 'medical-insurance'],
])

describe('guidance', () => {
  test('is for everybody and stores nothing', async () => {
    const stored = async () => {
      const [[audit], [begun]] = await Promise.all([
        read().select({ n: count() }).from(auditEntries),
        read().select({ n: count() }).from(drafts),
      ])
      return [audit?.n, begun?.n]
    }
    const before = await stored()
    const asking = await get<GuidanceView>('/api/guidance/newborn')
    expect(asking.question).toMatchObject({ step: 's1', field: { kind: 'choice', problem: null } })
    const done = await get<GuidanceView>(`/api/guidance/newborn?${ANSWERS}`)
    expect(done).toMatchObject({ state: 'answered', question: null })
    expect(await stored()).toEqual(before)
  })

  test('tells what is wrong with an answer that was posted, beside its question', async () => {
    const none = await get<GuidanceView>('/api/guidance/newborn?from=s1')
    expect(none.question?.field.problem).toMatchObject({ field: 'applicant.relation', code: 'missing' })
    const odd = await get<GuidanceView>('/api/guidance/newborn?from=s1&applicant.relation=nobody')
    expect(odd.question?.field.problem?.code).toBe('not_an_option')
  })

  test('ends where its answers begin an application, so that nothing is asked twice', async () => {
    const { answers } = await get<GuidanceView>(`/api/guidance/newborn?${ANSWERS}`)
    const started = await perform(await world.as('mother03'), (act) =>
      startDraft(act, { lifeEvent: 'newborn', ...answers }),
    )
    expect(started.next).toBe('consent')
  })

  test('comes before what an open draft had answered, and what was looked up for that is asked for anew', async () => {
    const mother = await world.as('mother04')
    const begin = (given: Record<string, string | string[]> = {}) =>
      perform(mother, (act) => startDraft(act, { lifeEvent: 'newborn', ...given }))
    const { answers } = await get<GuidanceView>(`/api/guidance/newborn?${ANSWERS}`)
    const { draft } = await begin(answers)
    await decideConsent(mother, { draft, decision: 'agree' })
    expect((await begin()).next).not.toBe('consent')
    expect(await begin(answers)).toEqual(await begin())
    const later = await begin({ ...answers, 'situation.householdWith': 'father' })
    expect(later).toEqual({ draft, next: 'consent' })
  })

  test('refuses what is no answer, and an unknown life event', async () => {
    expect((await api.get(`/api/guidance/newborn?situation.married=${'x'.repeat(3000)}`)).status).toBe(422)
    expect((await api.get('/api/guidance/newborn?at=../s1')).status).toBe(422)
    expect((await api.get('/api/guidance/nothing')).status).toBe(404)
  })
})

describe('a question of an application', () => {
  test('whose answer the account gives away is shown with its source, and can be changed', async () => {
    const mother = await world.as('mother06')
    const { draft, next } = await perform(mother, (act) => startDraft(act, { lifeEvent: 'newborn' }))
    expect(next).toBe('s1')
    const known = await look(mother, (reading) => presentStep(reading, { draft, step: 's1' }))
    expect(known).toMatchObject({
      facts: [{ element: 'applicant.relation', value: '母亲', source: '您的账号', correctable: true }],
      fields: [],
    })
    const changing = await look(mother, (reading) =>
      presentStep(reading, { draft, step: 's1', correct: 'applicant.relation' }),
    )
    expect(changing.fields).toMatchObject([{ name: 'applicant.relation', value: 'mother' }])
  })

  test('says what is in and what is out under the answers so far', async () => {
    const mother = await world.as('mother06')
    const { draft } = await perform(mother, (act) =>
      startDraft(act, { lifeEvent: 'newborn', 'situation.hasBirthCertificate': 'yes' }),
    )
    const { guidance } = await look(mother, (reading) => presentStep(reading, { draft, step: 's1' }))
    expect(guidance?.applies.out.map(({ code }) => code)).toEqual(['birth-certificate'])
    expect(guidance?.applies.items.map(({ code }) => code)).toEqual(['household-registration'])
  })
})

describe('a guide', () => {
  test('of a life event says where, since when, and the way that remains', async () => {
    const guide = await get<EventGuide>('/api/guides/events/newborn')
    expect(guide.halls[0]).toMatchObject({ name: '云溪市政务服务中心', phone: '0560-6012345' })
    expect(guide.updatedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(guide.offer.state).toBe('open')
    expect(guide.counterCases.map(({ items }) => items.length)).toEqual([3, 3])
    expect(guide.savings.facts).toEqual({ before: 118, after: 11 })
  })

  test('of an item has the elements of the national guide', async () => {
    const guide = await get<ItemGuide>('/api/guides/items/household-registration')
    expect(guide).toMatchObject({
      terms: { acceptDays: 5, depth: 4, channels: ['online', 'counter'] },
      lifeEvents: [{ code: 'newborn' }],
    })
    expect(guide.halls.length).toBeGreaterThan(0)
  })
})

describe('a form on paper', () => {
  test.each(['blank', 'sample'])('can be had %s by everybody', async (kind) => {
    const answer = await fetch(`${api.base}/files/forms/household-registration/${kind}`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is refused of an item that is not there', async () => {
    const answer = await fetch(`${api.base}/files/forms/nothing/blank`)
    expect(answer.status).toBe(404)
  })
})
