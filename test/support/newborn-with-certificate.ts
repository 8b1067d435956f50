import { read } from '#db'
import { catalog } from '#domain/catalog/index.ts'
import { issueCertificate } from '#domain/certificates/index.ts'
import { personOf } from '#domain/identity/index.ts'
import type { Asking } from '#domain/perform.ts'
import { newId } from '#shared/id.ts'
import { sendNewborn } from './newborn.ts'

/** What another system may ask about: the mother's case, a birth certificate of hers, and her own number. */
export interface Born {
  no: string
  identifier: string
  residentId: string
}

/** An application that was sent, and a birth certificate beside it. */
export async function newbornWithCertificate(who: Asking): Promise<Born> {
  const no = await sendNewborn(who)
  const personId = who.actor.kind === 'person' ? who.actor.id : ''
  const residentId = (await personOf(read(), personId))?.residentId ?? ''
  const type = catalog().one('certificateType', 'birth-certificate')
  const identifier = await issueCertificate(who, {
    type,
    issuer: catalog().one('department', type.issuer),
    ownerId: personId,
    caseId: newId(),
    workId: newId(),
    values: { 'child.name': '林小满' },
    facts: { 'child.name': '林小满' },
    holder: { name: '林知夏', residentId },
  })
  return { no, identifier, residentId }
}
