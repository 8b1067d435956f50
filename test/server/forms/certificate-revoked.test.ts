import { expect, it } from 'vitest'
import { handleCertificateRevoked } from '#domain/forms/certificate-revoked.ts'
import { draftRow, updateContent } from '#domain/forms/store.ts'
import { ownDraft, startDraft } from '#domain/forms/index.ts'
import { look, perform } from '#domain/perform.ts'
import { read } from '#db'
import { bundle } from '../../support/published.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { openWorld } from '../../support/world.ts'

it('what a revoked certificate filled in leaves the open drafts of its holder, and nothing else does', async () => {
  const world = await openWorld()
  const who = await world.as('pupil')
  const { draft } = await perform(who, (act) =>
    startDraft(act, { lifeEvent: 'school-enrolment', fresh: true }),
  )
  const stored = async () => {
    const row = await draftRow(read(), draft)
    if (!row) throw new Error('the draft is gone')
    return row
  }
  const row = await stored()
  const source = (certificate: string) => ({ kind: 'wallet' as const, certificate, at: world.now() })
  row.content.certificates = ['household-page', 'birth-certificate']
  row.content.knowns = {
    ...row.content.knowns,
    'pupil.name': { value: '林小满', source: source('household-page'), locked: false },
    'pupil.ethnicity': { value: '01', source: source('birth-certificate'), locked: false },
  }
  await perform(who, (act) => updateContent(act.tx, row, act.at))
  await handleCertificateRevoked({ ownerId: row.personId, type: 'household-page' }, world.now())
  const { knowns, certificates } = (await stored()).content
  expect(knowns['pupil.name']).toBeUndefined()
  expect(knowns['pupil.ethnicity']).toBeDefined()
  expect(knowns['applicant.name']).toBeDefined()
  expect(certificates).toEqual(['birth-certificate'])
})

it('a revoked certificate that filled nothing in is not taken for a material any more either', async () => {
  const world = await openWorld()
  const who = await world.as('disabled')
  const lifeEvent = 'disability-services'
  const said = { ...fullestAnswers(bundle(lifeEvent)), 'situation.disabilityCertificate': 'none' }
  const { draft } = await perform(who, (act) => startDraft(act, { ...said, lifeEvent, fresh: true }))
  const exempt = async () => {
    const { journey } = await look(who, (reading) => ownDraft(reading, draft))
    return journey.materials.flatMap((each) =>
      each.state === 'exempt' && each.by === 'certificate' ? [each.ref] : [],
    )
  }
  await perform(who, async (act) => {
    const row = await draftRow(act.tx, draft)
    if (!row) throw new Error('the draft is gone')
    row.content.certificates = ['disability-certificate']
    await updateContent(act.tx, row, act.at)
  })
  expect(await exempt()).toContain('disability-certificate')
  const ownerId = who.actor.kind === 'person' ? who.actor.id : ''
  await handleCertificateRevoked({ ownerId, type: 'disability-certificate' }, world.now())
  expect(await exempt()).not.toContain('disability-certificate')
})
