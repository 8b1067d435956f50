import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { lookUpInCase, presentDeskCase, sendCase } from '#domain/cases/index.ts'
import { lookUp, subjectKey, type LookupRequest } from '#domain/exchange/index.ts'
import { look, perform } from '#domain/perform.ts'
import { caseByNo } from '#domain/cases/store.ts'
import { lookupsAbout } from '../../support/registers-of-test.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let no = ''
beforeAll(async () => {
  world = await openWorld()
  const who = await world.as('mother01')
  const draft = await fillDraft(who)
  no = (await perform(who, (act) => sendCase(act, { draft }))).no
  await world.runJobs()
})

const page = async (login: string) =>
  look(await world.as(login), (reading) => presentDeskCase(reading, { no }))

describe('a look-up within a case', () => {
  it('is offered to who works on it, about its own people, and stands with the case and in the log', async () => {
    const before = await page('police')
    const household = before.lookUps.options.find(({ value }) => value.startsWith('household.'))
    expect(household?.hint).toContain('*')
    const made = await lookUpInCase(await world.as('police'), { no, lookup: household?.value ?? '' })
    expect(made.lookUps.made).toHaveLength(1)
    expect(made.lookUps.made[0]).toMatchObject({ outcome: 'found' })
    expect(made.lookUps.made[0]?.rows[0]?.length).toBeGreaterThan(2)
    const row = await caseByNo(read(), no)
    const key = String(row?.content.facts['mother.residentId']?.value)
    const log = await lookupsAbout(subjectKey({ kind: 'person', key }))
    const logged = log.find(({ actorKind }) => actorKind === 'staff')
    expect(logged).toMatchObject({
      actorKind: 'staff',
      matterKind: 'case',
      matterNo: no,
      unit: 'public-security',
    })
    expect(logged?.groundKind).toBe('consent')
  })

  it('does not exist for departments that do not work on the case, and counters do not look up', async () => {
    const counter = await page('counter')
    expect(counter.lookUps.options).toEqual([])
    await expect(lookUpInCase(await world.as('fund'), { no, lookup: 'household.9' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      lookUpInCase(await world.as('counter'), { no, lookup: 'household.9' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('rests on the consent to its own application, never on that to another', async () => {
    const row = await caseByNo(read(), no)
    const who = await world.as('police')
    const request: LookupRequest = {
      key: 'k',
      resource: 'population',
      params: { residentId: String(row?.content.facts['mother.residentId']?.value) },
      wants: ['name'],
      ground: { kind: 'consent', id: row?.content.consentId ?? '' },
    }
    const matter = { kind: 'case', id: row?.id ?? '', no, items: ['household-registration'] } as const
    const [own] = await lookUp(who, matter, [request])
    expect(own).toMatchObject({ outcome: 'found' })
    const [other] = await lookUp(who, { ...matter, no: 'T34990020261123999999' }, [request])
    expect(other).toMatchObject({ outcome: 'refused', fault: 'no-consent' })
  })

  it('asks nothing that the life event does not ask about this case', async () => {
    const who = await world.as('police')
    await expect(lookUpInCase(who, { no, lookup: 'household.0' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    // The father's household: the child is entered in the mother's.
    await expect(lookUpInCase(who, { no, lookup: 'household.10' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })
})
