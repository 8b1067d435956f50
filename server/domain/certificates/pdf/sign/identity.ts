import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { DAY_MS } from '#shared/calendar/day.ts'
import { bits, boolean, CONTEXT, der, integer, octets, oid, sequence, set, small, time, utf8 } from './der.ts'

/** Object identifiers of certificates and signatures. */
export const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  commonName: '2.5.4.3',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  subjectKeyIdentifier: '2.5.29.14',
} as const

export interface SigningIdentity {
  privateKeyPem: string
  certificatePem: string
}

const YEARS = 10
// Days a year on the average of the Gregorian calendar.
const YEAR_MS = 365.2425 * DAY_MS
// digitalSignature and nonRepudiation; the last six bits of the byte are unused.
const SIGNING = Buffer.from([0x03, 0x02, 0x06, 0xc0])

/**
 * Makes a key on P-256 and a self-signed certificate for it, valid for ten years from `at` (epoch
 * milliseconds). For the demonstration: a city signs with a certificate of its authority.
 */
export function makeSigningIdentity({ commonName, at }: { commonName: string; at: number }): SigningIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const serial = createHash('sha256').update(key).digest().subarray(0, 16)
  const algorithm = sequence(oid(OID.ecdsaWithSha256))
  const name = sequence(set(sequence(oid(OID.commonName), utf8(commonName))))
  const body = sequence(
    der(CONTEXT, small(2)),
    integer(serial),
    algorithm,
    name,
    sequence(time(at), time(at + YEARS * YEAR_MS)),
    name,
    key,
    der(CONTEXT + 3, extensions(serial)),
  )
  const certificate = sequence(body, algorithm, bits(sign('sha256', body, privateKey)))
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: pem(certificate),
  }
}

function extensions(keyIdentifier: Uint8Array): Buffer {
  return sequence(
    sequence(oid(OID.basicConstraints), boolean(true), octets(sequence())),
    sequence(oid(OID.keyUsage), boolean(true), octets(SIGNING)),
    sequence(oid(OID.subjectKeyIdentifier), octets(octets(keyIdentifier))),
  )
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
