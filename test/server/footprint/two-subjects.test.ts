import { beforeAll, expect, it, vi } from 'vitest'
import { object, readObjection } from '#domain/footprint/index.ts'
import { look } from '#domain/perform.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'
import { onePage } from '../../unit/files/make.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

it('the same right value for two people is two reports, each with its evidence; for one it stays one', async () => {
  const mother = await world.as('lin')
  const draft = await fillDraft(mother)
  const evidence = [{ name: '证明.pdf', type: 'application/pdf', data: onePage() }]
  const said = { was: '', should: '云溪市清河区新址路9号', why: '上月一起迁到这里', evidence }
  const reported = async (element: string) => (await object(mother, { draft, element, ...said })).no
  // What the mother's answers make possible is asked while she goes on.
  const father = await vi.waitFor(() => reported('father.address'))
  const own = await reported('mother.address')
  expect(own).not.toBe(father)
  for (const no of [father, own]) {
    const { files } = await look(mother, (reading) => readObjection(reading, { no }))
    expect(files.map(({ name }) => name)).toEqual(['证明.pdf'])
  }
  expect(await reported('father.address')).toBe(father)
  expect(await reported('applicant.address')).toBe(own)
})
