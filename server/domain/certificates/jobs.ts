import { systemActor } from '#shared/access/actor.ts'
import { catalog } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import { asking, perform } from '../perform.ts'

/** Tells the holder that a certificate is in the wallet, or was revoked. */
export async function handleCertificateNotice(
  { event = '', ownerId = '', identifier = '', type = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  const { name } = catalog().one('certificateType', type)
  await perform(asking(systemActor('certificates'), at), (act) =>
    tell(
      act,
      ownerId,
      event === 'certificate.revoked' ? 'certificate_revoked' : 'certificate_issued',
      `${event} ${identifier}`,
      { name },
      '/my/certificates',
    ),
  )
}
