import { systemActor } from '#shared/access/actor.ts'
import { catalog } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import { asking, perform } from '../perform.ts'

/** Tells the holder that a certificate was revoked. */
export async function handleCertificateNotice(
  { event = '', ownerId = '', identifier = '', type = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  const { name } = catalog().one('certificateType', type)
  await perform(asking(systemActor('certificates'), at), (act) =>
    tell(act, ownerId, 'certificate_revoked', `${event} ${identifier}`, { name }, '/my/certificates'),
  )
}
