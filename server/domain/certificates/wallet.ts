import { dayOf } from '#shared/calendar/day.ts'
import type { WalletCard } from '#shared/certificates/view.ts'
import { showMasked } from '#shared/elements/value.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { certificateByIdentifier, certificatesOfOwner, type CertificateRow } from './store.ts'
import { fileOf } from '../files/index.ts'
import { stateOf } from './verify.ts'

/** The wallet of the person who looks (我的证照), newest first. Sensitive values are whole in the files only. */
export async function ownCertificates(look: Look): Promise<WalletCard[]> {
  if (look.actor.kind !== 'person') return []
  return (await certificatesOfOwner(look.tx, look.actor.id)).map((row) => present(row, look))
}

/** The same of somebody who is at a counter. */
export async function certificatesAtCounter(look: Look, personId: string): Promise<WalletCard[]> {
  return (await certificatesOfOwner(look.tx, personId)).map((row) => present(row, look))
}

/** The certificates of a person that are valid now, with the facts on their faces. */
export async function validCertificates(
  look: Look,
  personId: string,
): Promise<{ type: string; facts: Record<string, FactValue>; at: number }[]> {
  const held = await certificatesOfOwner(look.tx, personId)
  return held
    .filter((row) => stateOf(row, look.at) === 'valid')
    .map(({ type, facts, issuedAt }) => ({ type, facts: facts ?? {}, at: issuedAt }))
}

/** The file of a certificate in one's own wallet. */
export async function ownCertificateFile(
  look: Look,
  identifier: string,
): Promise<{ fileId: string; name: string }> {
  const row = await certificateByIdentifier(look.tx, identifier)
  if (!row || look.actor.kind !== 'person' || row.ownerId !== look.actor.id) throw new Refusal('not_found')
  const file = await fileOf(look.tx, row.fileId)
  return { fileId: row.fileId, name: file?.name ?? `${row.no}.pdf` }
}

function present(row: CertificateRow, { at, lang }: Look): WalletCard {
  const type = catalog().one('certificateType', row.type)
  const pairs = type.layout.flatMap((block) => (block.block === 'pairs' ? block.pairs : []))
  return {
    identifier: row.identifier,
    name: say(type.name, lang),
    no: row.no,
    holder: row.holder.name,
    issuer: say(catalog().one('department', type.issuer).name, lang),
    state: stateOf(row, at),
    issuedOn: dayOf(row.issuedAt),
    validTo: row.validTo === '9999-12-31' ? null : row.validTo,
    pairs: pairs.flatMap(({ label, element }) => {
      const printed = row.face[element]
      if (printed === undefined) return []
      const known = catalog().find('element', element)
      const value = known?.sensitivity === 'sensitive' ? showMasked(known, printed, lang) : printed
      return [{ label: say(label, lang), value }]
    }),
  }
}
