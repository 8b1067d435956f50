import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import {
  bits,
  boolean,
  CONTEXT,
  der,
  integer,
  octets,
  oid,
  sequence,
  set,
  small,
  time,
  utf8,
} from '../../server/domain/certificates/pdf/sign/der.ts'

/** A certificate with its key, both PEM. */
export interface TestCertificate {
  certificate: string
  key: string
}

/** An authority that lives as long as a test. */
export interface TestAuthority {
  certificate: string
  /** A certificate for this machine, good for servers and clients. */
  issue(commonName: string): TestCertificate
}

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))
const DAY_MS = 86_400_000
const CA_USAGE = Buffer.from([0x03, 0x02, 0x01, 0x06])
const LEAF_USAGE = Buffer.from([0x03, 0x02, 0x07, 0x80])

/** Makes an authority of its own: whoever does not trust it finds its certificates foreign. */
export function testAuthority(commonName: string): TestAuthority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const usage = [
    extension('2.5.29.19', sequence(boolean(true)), true),
    extension('2.5.29.15', CA_USAGE, true),
    extension('2.5.29.14', octets(idOf(own.publicKey))),
  ]
  return {
    certificate: certificateOf(commonName, own.publicKey, commonName, own.privateKey, usage),
    issue(subject) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))
      const purposes = sequence(oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.2'))
      const extensions = [
        extension('2.5.29.15', LEAF_USAGE, true),
        extension('2.5.29.17', names),
        extension('2.5.29.37', purposes),
        extension('2.5.29.14', octets(idOf(publicKey))),
        extension('2.5.29.35', sequence(der(0x80, idOf(own.publicKey)))),
      ]
      return {
        certificate: certificateOf(subject, publicKey, commonName, own.privateKey, extensions),
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      }
    },
  }
}

function certificateOf(
  subject: string,
  publicKey: KeyObject,
  issuer: string,
  issuerKey: KeyObject,
  extensions: Buffer[],
): string {
  const body = sequence(
    der(CONTEXT, small(2)),
    integer(randomBytes(16)),
    ECDSA_WITH_SHA256,
    nameOf(issuer),
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(CONTEXT + 3, sequence(...extensions)),
  )
  return pem(sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, issuerKey))))
}

function nameOf(commonName: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))))
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value))
}

function idOf(key: KeyObject): Buffer {
  const spki = key.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest().subarray(0, 20)
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
