import { beforeAll, expect, it } from 'vitest'
import {
  askCorrection,
  correctCase,
  correctionForm,
  presentDeskCase,
  supplyMaterial,
} from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import { itemsOf } from '../../support/desk.ts'
import { sendWalked, walkToCheck } from '../../support/walk.ts'
import { openWorld, type World } from '../../support/world.ts'
import { onePage } from '../../unit/files/make.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

it('a correction may ask for a material anew: it takes the place of the old one, and only then goes back', async () => {
  const applicant = await world.as('widow')
  const counter = await world.as('counter')
  const draft = await walkToCheck(applicant, 'bereavement')
  const no = await sendWalked(applicant, draft, [await world.as('son'), await world.as('daughter')])
  const before = await look(counter, (reading) => presentDeskCase(reading, { no }))
  const [asked] = before.materials
  const code = asked?.code ?? ''
  await perform(counter, (act) =>
    askCorrection(act, { no, elements: [], materials: [code], note: '照片不清楚，请重新拍。' }),
  )
  const form = await look(applicant, (reading) => correctionForm(reading, { no }))
  expect(form).toMatchObject({ fields: [], materials: [{ code, came: false }] })
  await expect(perform(applicant, (act) => correctCase(act, { no }))).rejects.toMatchObject({
    code: 'invalid_input',
    detail: { problems: [{ field: code, code: 'file_missing' }] },
  })
  const supply = (login: string, name = 'new.pdf', data = onePage()) =>
    world.as(login).then((who) => supplyMaterial(who, { no, material: code, [code]: [{ name, data }] }))
  await expect(supply('son')).rejects.toMatchObject({ code: 'not_found' })
  await expect(supply('widow', 'bad.pdf', Buffer.from('no pdf'))).rejects.toMatchObject({
    code: 'invalid_input',
    detail: { problems: [{ field: code }] },
  })
  await expect(supply('widow')).resolves.toEqual({ no, correcting: true })
  await perform(applicant, (act) => correctCase(act, { no }))
  const { files } = await look(counter, (reading) => presentDeskCase(reading, { no }))
  expect(files.filter(({ material }) => material === asked?.name).map(({ name }) => name)).toEqual([
    'new.pdf',
  ])
  expect(Object.values(await itemsOf(no)).map(({ state }) => state)).not.toContain('correcting')
  await expect(supply('widow')).rejects.toMatchObject({ code: 'not_found' })
})
