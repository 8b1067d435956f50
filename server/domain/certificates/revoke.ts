import { Refusal } from '#shared/refusal.ts'
import { can } from '#shared/access/can.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { emit } from '../jobs/index.ts'
import { certificateByIdentifier, certificateByWork, setRevoked, type CertificateRow } from './store.ts'

/** Revokes a certificate of one's own unit, with the reason; the holder is told and the verify page says so at once. */
export async function revokeCertificate(
  act: Act,
  { identifier, reason }: { identifier: string; reason: string },
): Promise<{ identifier: string }> {
  const row = await certificateByIdentifier(act.tx, identifier)
  const issuer = row && catalog().one('certificateType', row.type).issuer
  if (!row || !issuer || !can(act.actor, 'certificates.revoke', issuer)) throw new Refusal('not_found')
  if (!(await revoke(act, row, reason))) throw new Refusal('move_not_possible', { possible: [] })
  return { identifier }
}

/** Revokes the certificate that rests on a decision, when the decision is revoked. Doing it again changes nothing. */
export async function revokeCertificateOf(
  act: Act,
  { workId, reason }: { workId: string; reason: string },
): Promise<void> {
  const row = await certificateByWork(act.tx, workId)
  if (row) await revoke(act, row, reason)
}

async function revoke(act: Act, row: CertificateRow, reason: string): Promise<boolean> {
  const { id, ownerId, identifier, type } = row
  const by = act.actor.kind === 'staff' ? act.actor.id : 'system'
  if (!(await setRevoked(act.tx, id, { at: act.at, by, reason }))) return false
  act.note({ verb: 'certificates.revoke', subjectKind: 'certificate', subjectId: id, detail: { identifier } })
  await emit(act, 'certificate.revoked', id, { ownerId, identifier, type })
  return true
}
