import { dayOf } from '#shared/calendar/day.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { openFile } from '../files/index.ts'
import { certificateIdentifier } from './check-character.ts'
import { certificateByIdentifier, certificatesOfOwner, type CertificateRow } from './store.ts'
import { stateOf } from './verify.ts'

/** A certificate as its holder lets another system have it. */
export interface OutsideCertificate {
  identifier: string
  name: string
  no: string
  issuer: string
  issuedOn: string
  validTo: string
  holder: string
  holderId: string
  /** Values on its face by what they are called. */
  face: Record<string, string>
  /** The signed PDF. */
  file(): Promise<Buffer>
}

/** The identifier of a certificate of a type that carries this number; undefined when there is no such type. */
export function identifierOfNumber(type: string, no: string): string | undefined {
  const known = catalog().find('certificateType', type)
  const issuer = known && catalog().find('department', known.issuer)
  if (!known || !issuer || !/^[0-9A-Z]{1,32}$/.test(no)) return undefined
  return certificateIdentifier({
    typeCode: known.typeCode,
    issuerCode: issuer.creditCode,
    serial: no,
    version: 1,
  })
}

/** Who holds a certificate, of which type it is, and the department that issued it. */
export async function holderOf(
  { tx }: Pick<Look, 'tx'>,
  identifier: string,
): Promise<{ residentId: string | null; type: string; issuer: string } | undefined> {
  const row = await certificateByIdentifier(tx, identifier)
  return row && { residentId: row.holder.residentId, type: row.type, issuer: issuerOf(row) }
}

/** Certificates of a type in a person's wallet that are valid now. */
export async function certificatesForOutside(
  look: Look,
  personId: string,
  type: string,
): Promise<OutsideCertificate[]> {
  const rows = await certificatesOfOwner(look.tx, personId)
  return rows
    .filter((row) => row.type === type && stateOf(row, look.at) === 'valid')
    .map((row) => ({
      identifier: row.identifier,
      name: say(catalog().one('certificateType', row.type).name, look.lang),
      no: row.no,
      issuer: say(catalog().one('department', issuerOf(row)).name, look.lang),
      issuedOn: dayOf(row.issuedAt),
      validTo: row.validTo,
      holder: row.holder.name,
      holderId: row.holder.residentId ?? '',
      face: faceOf(row, look),
      file: () => openFile(row.fileId),
    }))
}

function issuerOf({ type }: CertificateRow): string {
  return catalog().one('certificateType', type).issuer
}

function faceOf({ face }: CertificateRow, { lang }: Look): Record<string, string> {
  return Object.fromEntries(
    Object.entries(face).map(([code, value]) => {
      const element = catalog().find('element', code)
      return [element ? say(element.label, lang) : code, value]
    }),
  )
}
