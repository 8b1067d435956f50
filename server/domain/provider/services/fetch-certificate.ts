import { catalog } from '../../catalog/index.ts'
import { certificatesForOutside } from '../../certificates/index.ts'
import { consentRow } from '../../exchange/index.ts'
import { personOf } from '../../identity/index.ts'
import { codeOfType, holdsUntil, purposeOf } from '../terms.ts'
import { nothing, type Served, type ServiceCall } from './service.ts'

/**
 * A person's valid certificates of a type, by that person's consent to this system and this type: its number stands in
 * the call. Only the fields go out that the person saw when agreeing.
 */
export async function certificateFetch({
  look,
  app,
  params,
  allowed,
  consent,
}: ServiceCall): Promise<Served> {
  const type = catalog().find('certificateType', params.type ?? '')
  if (!type || !allowed.of.includes(type.code)) return nothing('1004')
  const given = consent === '' ? undefined : await consentRow(look.tx, consent)
  if (!given || given.purpose !== purposeOf(app)) return nothing('2004')
  const person = await personOf(look.tx, given.personId)
  const known = {
    subject: person ? { kind: 'person' as const, key: person.residentId } : null,
    provider: type.issuer,
    consent,
  }
  const agreed = given.fields[codeOfType(type.code)]
  const stands = given.revokedAt === 0 && look.at < holdsUntil(given.givenAt)
  if (!agreed || !stands) return nothing('2004', known)
  const certificates = await certificatesForOutside(look, given.personId, type.code)
  const fields = allowed.fields.filter((field) => agreed.includes(field))
  if (certificates.length === 0) return nothing('3001', known)
  const rows = await Promise.all(
    certificates.map(async ({ file, ...certificate }) => ({
      ...certificate,
      ...(fields.includes('file') && { file: (await file()).toString('base64') }),
    })),
  )
  return { code: '0', rows, ...known, fields }
}
