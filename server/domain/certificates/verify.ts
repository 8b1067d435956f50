import { createHash } from 'node:crypto'
import { dayOf } from '#shared/calendar/day.ts'
import type { Verification } from '#shared/certificates/view.ts'
import { showMasked } from '#shared/elements/value.ts'
import { maskName } from '#shared/elements/types/person-name.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { isCertificateIdentifier } from './check-character.ts'
import { checkPdf } from './pdf/check.ts'
import { signingCertificate } from './signing.ts'
import { certificateByHash, certificateByIdentifier, type CertificateRow } from './store.ts'

/** Says of an identifier whether its certificate is valid, revoked, expired or unknown; names are masked. */
export async function verifyCertificate(
  look: Look,
  { identifier }: { identifier: string },
): Promise<Verification> {
  const cleaned = identifier.trim().toUpperCase()
  if (!isCertificateIdentifier(cleaned)) return nothing(cleaned, 'malformed')
  const row = await certificateByIdentifier(look.tx, cleaned)
  return row ? present(row, look) : nothing(cleaned, 'unknown')
}

/** Says of a PDF whether it is one of ours, unchanged, and whether it still stands. */
export async function verifyFile(look: Look, pdf: Uint8Array): Promise<Verification> {
  const row = await certificateByHash(look.tx, createHash('sha256').update(pdf).digest('hex'))
  if (row) return present(row, look)
  return nothing('', checkPdf(pdf, signingCertificate()) === 'changed' ? 'tampered' : 'unknown')
}

/** Where a certificate stands today. */
export function stateOf(
  row: Pick<CertificateRow, 'state' | 'validTo'>,
  at: number,
): 'valid' | 'revoked' | 'expired' {
  if (row.state === 'revoked') return 'revoked'
  return row.validTo < dayOf(at) ? 'expired' : 'valid'
}

function present(row: CertificateRow, { at, lang }: Look): Verification {
  const type = catalog().one('certificateType', row.type)
  return {
    identifier: row.identifier,
    result: stateOf(row, at),
    name: say(type.name, lang),
    issuer: say(catalog().one('department', type.issuer).name, lang),
    no: row.no,
    holder: maskName(row.holder.name),
    issuedOn: dayOf(row.issuedAt),
    validTo: row.validTo === '9999-12-31' ? null : row.validTo,
    revokedOn: row.changed ? dayOf(row.changed.at) : null,
    pairs: type.publicElements.flatMap((code) => publicPair(code, row.face[code], lang)),
    demo: process.env.YIZHAN_MODE !== 'city',
  }
}

/** Values on the public page are masked by the rule of their element; names always. */
function publicPair(
  code: string,
  printed: string | undefined,
  lang: Lang,
): { label: string; value: string }[] {
  const element = catalog().find('element', code)
  if (!element || printed === undefined) return []
  const value =
    element.type === 'personName'
      ? maskName(printed)
      : element.sensitivity === 'sensitive'
        ? showMasked(element, printed, lang)
        : printed
  return [{ label: say(element.label, lang), value }]
}

function nothing(identifier: string, result: 'unknown' | 'malformed' | 'tampered'): Verification {
  return {
    identifier,
    result,
    name: '',
    issuer: '',
    no: '',
    holder: '',
    issuedOn: null,
    validTo: null,
    revokedOn: null,
    pairs: [],
    demo: process.env.YIZHAN_MODE !== 'city',
  }
}
