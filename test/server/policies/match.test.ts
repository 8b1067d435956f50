import { beforeAll, expect, test } from 'vitest'
import { transaction } from '#db'
import { mandates, organisations } from '#db/schema/identity.ts'
import { look } from '#domain/perform.ts'
import { listPolicies, matchPolicies, readPolicy } from '#domain/policies/index.ts'
import type { JudgedCondition } from '#shared/policies/views.ts'
import { lookupsAbout } from '../../support/registers-of-test.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function matched(login = 'agent', organisation = '') {
  const answer = await matchPolicies(await world.as(login), { organisation })
  if (!answer.match) throw new Error('nothing was matched')
  return answer.match
}

function leavesOf(conditions: JudgedCondition[]): Extract<JudgedCondition, { clause: string }>[] {
  return conditions.flatMap((each) => ('parts' in each ? leavesOf(each.parts) : [each]))
}

test('an agent sees which policies match, which do not, which are unknown', async () => {
  const { organisation, day, yes, unknown, no } = await matched()
  expect(organisation.name).toBe('云溪青禾软件有限公司')
  expect(day).toBe('2026-11-23')
  const codes = (policies: { code: string }[]) => policies.map(({ code }) => code)
  expect({ yes: codes(yes), unknown: codes(unknown), no: codes(no) }).toEqual({
    yes: ['P001'],
    unknown: ['P002'],
    no: ['P003'],
  })
})

test('for every condition there is the clause, and the fact with its source or why it is missing', async () => {
  const { yes, unknown, no } = await matched()
  for (const leaf of [...yes, ...unknown, ...no].flatMap(({ conditions }) => leavesOf(conditions))) {
    expect(leaf.clause).not.toBe('')
    if (leaf.verdict === 'unknown')
      expect(leaf.missing).toMatchObject({
        provider: expect.stringMatching(/.+/),
        phone: expect.stringMatching(/\d/),
      })
    else
      expect(leaf.fact).toMatchObject({
        source: expect.stringMatching(/.+/),
        provider: expect.stringMatching(/.+/),
        day: '2026-11-23',
      })
  }
})

test('an unknown policy says what is missing and who could record it', async () => {
  const { unknown } = await matched()
  expect(unknown[0]?.missing).toEqual([
    {
      label: '招用的符合条件人员',
      reason: 'not_recorded',
      source: '企业参保与裁员情况',
      provider: '市人社局',
      phone: expect.any(String),
    },
  ])
})

test('every register is asked once, and the look-ups are on record', async () => {
  const { organisation } = await matched()
  const before = await lookupsAbout(organisation.creditCode)
  await matched()
  const after = await lookupsAbout(organisation.creditCode)
  const made = after.filter(({ id }) => !before.some((each) => each.id === id))
  expect(made[0]).toMatchObject({
    subjectKind: 'organisation',
    matterKind: 'match',
    groundKind: 'law',
    outcome: 'found',
  })
  // Each of a department’s purposes has a row of its own.
  const asked = made.map(({ resource, unit, item }) => `${resource} ${unit} ${item}`)
  expect(new Set(asked).size).toBe(made.length)
  expect(new Set(made.map(({ resource }) => resource)).size).toBe(4)
})

test('a person without a mandate is told so and nothing is looked up', async () => {
  expect(await matchPolicies(await world.as('lin'), { organisation: '' })).toEqual({
    organisations: [],
    match: null,
  })
})

test('nobody sees an enterprise they have no mandate for', async () => {
  const { organisation } = await matched()
  await expect(matchPolicies(await world.as('lin'), { organisation: organisation.id })).rejects.toMatchObject(
    { code: 'not_found' },
  )
  await expect(matchPolicies(await world.as('agent'), { organisation: 'another' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a policy that is not in force on the day is not matched, but listed as such', async () => {
  world.at('2027-03-01T10:00:00+08:00')
  const { yes, unknown, no } = await matched()
  const listed = await look(await world.as('stranger'), listPolicies)
  world.at('2026-11-23T10:00:00+08:00')
  expect([yes, unknown, no].map((policies) => policies.length)).toEqual([0, 0, 1])
  expect(listed.map(({ code, inForce }) => [code, inForce])).toEqual([
    ['P003', true],
    ['P001', false],
    ['P002', false],
  ])
})

test('a policy shows its conditions in words, groups as groups', async () => {
  const page = await look(await world.as('stranger'), (reading) => readPolicy(reading, { code: 'P001' }))
  expect(page.conditions).toHaveLength(4)
  expect(page.conditions[1]).toMatchObject({
    combine: 'any',
    parts: [{ combine: 'all' }, { combine: 'all' }],
  })
  await expect(
    look(await world.as('stranger'), (reading) => readPolicy(reading, { code: 'P999' })),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('with several enterprises the agent chooses; each is looked up by itself', async () => {
  const { organisation } = await matched()
  const agent = await world.as('agent')
  if (agent.actor.kind !== 'person') throw new Error('the agent is a person')
  const personId = agent.actor.id
  await transaction(async (tx) => {
    await tx
      .insert(organisations)
      .values({ id: 'second', creditCode: '91349902MA0000023H', name: '云溪远山装备股份有限公司' })
    await tx
      .insert(mandates)
      .values({ id: 'second', personId, organisationId: 'second', scope: 'policies', validTo: '2027-12-31' })
  })
  const open = await matchPolicies(agent, { organisation: '' })
  expect(open.match).toBeNull()
  expect(open.organisations.map(({ id }) => id).sort()).toEqual([organisation.id, 'second'].sort())
  expect((await matched('agent', 'second')).yes.map(({ code }) => code)).toEqual(['P001', 'P002'])
})
