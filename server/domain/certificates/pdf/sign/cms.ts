import { createHash, sign, verify, X509Certificate, type KeyObject } from 'node:crypto'
import { CONTEXT, der, octets, oid, sequence, set, small } from './der.ts'
import { children, readNode } from './der-read.ts'
import { OID } from './identity.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const DATA = '1.2.840.113549.1.7.1'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** A detached signature over content with this SHA-256 digest (CMS, RFC 5652), ECDSA with SHA-256. */
export function signDetached(digest: Uint8Array, key: KeyObject, certificatePem: string): Buffer {
  const { raw } = new X509Certificate(certificatePem)
  return assemble(digest, raw, sign('sha256', set(...attributesOf(digest, raw)), key))
}

/**
 * Whether `cms` is the very signature that `signDetached` makes over this digest with the certificate's key;
 * zeros may follow it. Everything but the signature proper is rebuilt and compared, so no byte of it is free.
 */
export function verifyDetached(cms: Buffer, digest: Uint8Array, certificatePem: string): boolean {
  const { raw, publicKey } = new X509Certificate(certificatePem)
  const content = readNode(cms)
  const { whole } = content
  const signedData = children(children(content)[1])[0]
  const signer = children(children(signedData).at(-1))[0]
  const signature = children(signer).at(-1)
  if (!signature || !assemble(digest, raw, signature.content).equals(whole)) return false
  if (cms.subarray(whole.length).some((byte) => byte !== 0)) return false
  return verify('sha256', set(...attributesOf(digest, raw)), publicKey, signature.content)
}

/** The attributes that PAdES asks for (ETSI EN 319 142-1): content type, digest, which certificate signed. */
function attributesOf(digest: Uint8Array, certificate: Buffer): Buffer[] {
  const certificateDigest = createHash('sha256').update(certificate).digest()
  return [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(digest)),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(sequence(octets(certificateDigest))))),
  ].sort(Buffer.compare)
}

function assemble(digest: Uint8Array, certificate: Buffer, signature: Buffer): Buffer {
  const sha256 = sequence(oid(OID.sha256))
  const signer = sequence(
    small(1),
    issuerAndSerial(certificate),
    sha256,
    der(CONTEXT, ...attributesOf(digest, certificate)),
    sequence(oid(OID.ecdsaWithSha256)),
    octets(signature),
  )
  const signedData = sequence(
    small(1),
    set(sha256),
    sequence(oid(DATA)),
    der(CONTEXT, certificate),
    set(signer),
  )
  return sequence(oid(SIGNED_DATA), der(CONTEXT, signedData))
}

function attribute(type: string, value: Buffer): Buffer {
  return sequence(oid(type), set(value))
}

function issuerAndSerial(certificate: Buffer): Buffer {
  const [, serial, , issuer] = children(children(readNode(certificate))[0])
  if (!serial || !issuer) throw new Error('certificate without a serial number or an issuer')
  return sequence(issuer.whole, serial.whole)
}
