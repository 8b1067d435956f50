import { Refusal } from '#shared/refusal.ts'
import { can } from '#shared/access/can.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { emit } from '../jobs/index.ts'
import { certificateByIdentifier, setRevoked } from './store.ts'

/** Revokes a certificate of one's own unit, with the reason; the holder is told and the verify page says so at once. */
export async function revokeCertificate(
  act: Act,
  { identifier, reason }: { identifier: string; reason: string },
): Promise<{ identifier: string }> {
  const row = await certificateByIdentifier(act.tx, identifier)
  const issuer = row && catalog().one('certificateType', row.type).issuer
  if (!row || !issuer || !can(act.actor, 'certificates.revoke', issuer)) throw new Refusal('not_found')
  const by = act.actor.kind === 'staff' ? act.actor.id : 'system'
  if (!(await setRevoked(act.tx, row.id, { at: act.at, by, reason })))
    throw new Refusal('move_not_possible', { possible: [] })
  act.note({
    verb: 'certificates.revoke',
    subjectKind: 'certificate',
    subjectId: row.id,
    detail: { identifier },
  })
  await emit(act, 'certificate.revoked', row.id, { ownerId: row.ownerId, identifier, type: row.type })
  return { identifier }
}
