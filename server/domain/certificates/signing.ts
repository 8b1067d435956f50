import { signPdf, type SigningIdentity } from './pdf/sign.ts'

export type { SigningIdentity } from './pdf/sign.ts'

let identity: SigningIdentity | undefined

/** Gives the process the city's signing key and certificate. */
export function useSigning(given: SigningIdentity): void {
  identity = given
}

export function signingCertificate(): string {
  if (!identity) throw new Error('the signing identity has not been set')
  return identity.certificatePem
}

/** A drawn document with the city's electronic signature. */
export function signed(
  pdf: Uint8Array,
  { at, name, reason }: { at: number; name: string; reason: string },
): Uint8Array {
  if (!identity) throw new Error('the signing identity has not been set')
  return signPdf(pdf, { key: identity.privateKeyPem, certificate: identity.certificatePem, at, name, reason })
}
