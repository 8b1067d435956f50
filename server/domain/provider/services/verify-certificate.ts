import { holderOf, identifierOfNumber, verifyCertificate } from '../../certificates/index.ts'
import { nothing, type Served, type ServiceCall } from './service.ts'

/** Whether a certificate stands, by its identifier, or by its type and number. Names are masked as for everybody. */
export async function certificateVerify({ look, params, allowed }: ServiceCall): Promise<Served> {
  const { identifier = identifierOfNumber(params.type ?? '', params.no ?? '') } = params
  if (identifier === undefined) return nothing('1004')
  const found = await verifyCertificate(look, { identifier })
  if (found.result === 'malformed') return nothing('1004')
  const holder = await holderOf(look, found.identifier)
  const isOther = allowed.of.length > 0 && holder !== undefined && !allowed.of.includes(holder.type)
  if (found.result === 'unknown' || holder === undefined || isOther) return nothing('3001')
  const { result, name, no, issuer, issuedOn, validTo, revokedOn, holder: masked } = found
  return {
    code: '0',
    rows: [
      {
        identifier: found.identifier,
        result,
        name,
        no,
        issuer,
        issuedOn,
        validTo,
        revokedOn,
        holder: masked,
      },
    ],
    subject: holder.residentId === null ? null : { kind: 'person', key: holder.residentId },
    provider: holder.issuer,
  }
}
