import type { CertificateType, Department } from '#shared/catalog/documents.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { newId } from '#shared/id.ts'
import { runningNo } from '#shared/running-no.ts'
import { insertFile, storeBytes } from '../files/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { nextNumber } from '../settings/index.ts'
import { certificateIdentifier } from './check-character.ts'
import { drawCertificate } from './pdf/certificate.ts'
import { certificateByWork, insertCertificate } from './store.ts'
import { signed } from './signing.ts'
import { verifyUrlOf } from './verify-url.ts'

const FOR_GOOD = '9999-12-31'

export interface IssueInput {
  type: CertificateType
  issuer: Department
  ownerId: string
  caseId: string
  /** The item whose granting it follows from; one certificate for each. */
  workId: string
  /** Values as printed, by element. */
  values: Record<string, string>
  /** The values on its face as facts. */
  facts: Record<string, FactValue>
  holder: { name: string; residentId: string | null }
}

/**
 * Numbers, draws, signs, stores and enters a certificate. Doing it again for the same item changes nothing.
 * @throws Refusal glyph_missing before anything is numbered or drawn, when a character has no glyph
 */
export async function issueCertificate(who: Asking, input: IssueInput): Promise<string> {
  const known = await look(who, (reading) => certificateByWork(reading.tx, input.workId))
  if (known) return known.identifier
  const { type, issuer } = input
  const day = dayOf(who.at)
  const running = await perform(who, (act) => nextNumber(act.tx, `certificate ${type.code} ${day}`))
  const serial = runningNo('', day, running, 5)
  const identifier = certificateIdentifier({
    typeCode: type.typeCode,
    issuerCode: issuer.creditCode,
    serial,
    version: 1,
  })
  const validTo = type.validMonths === null ? FOR_GOOD : addMonths(day, type.validMonths)
  const drawn = await drawCertificate({
    type,
    values: input.values,
    number: serial,
    identifier,
    holderName: input.holder.name,
    issuerName: issuer.name.zh,
    issuedOn: day,
    validTo,
    verifyUrl: verifyUrlOf(identifier),
    at: who.at,
    lang: 'zh',
    demo: process.env.YIZHAN_MODE !== 'city',
  })
  const pdf = signed(drawn, { at: who.at, name: issuer.name.zh, reason: type.name.zh })
  const file = await storeBytes(pdf, 'application/pdf')
  await perform(who, async (act) => {
    await insertFile(
      act.tx,
      file,
      input.ownerId,
      `${type.name.zh}_${serial.slice(-4)}_${day.replaceAll('-', '')}.pdf`,
      act.at,
    )
    const id = newId(act.at)
    await insertCertificate(act.tx, {
      id,
      type: type.code,
      identifier,
      no: serial,
      ownerId: input.ownerId,
      caseId: input.caseId,
      workId: input.workId,
      holder: input.holder,
      face: input.values,
      facts: input.facts,
      state: 'valid',
      fileId: file.id,
      sha256: file.sha256,
      issuedAt: act.at,
      validTo,
      changed: null,
    })
    act.note({
      verb: 'certificates.issue',
      subjectKind: 'certificate',
      subjectId: id,
      detail: { identifier },
    })
  })
  return identifier
}

/** The same day so many months later, or the last day of a shorter month. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
