const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The root of every certificate identifier: the object identifier of GB/T 36904-2018. */
export const IDENTIFIER_ROOT = '1.2.156.3005.2'

/** What a certificate identifier looks like, domain.md §6.2; the last character may still be wrong. */
export const IDENTIFIER_PATTERN =
  /^1\.2\.156\.3005\.2\.[0-9A-Z]{21}\.[0-9A-Z]{6,18}\.[0-9A-Z]{1,32}\.\d{3}\.[0-9A-Z]$/

/** The check character of ISO 7064 MOD 37,36 over digits and capital letters. */
export function checkCharacter(payload: string): string {
  let product = 36
  for (const character of payload) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) throw new RangeError(`not a digit or capital letter: ${character}`)
    const sum = (product + value) % 36 || 36
    product = (sum * 2) % 37
  }
  return ALPHABET.charAt((37 - product) % 36)
}

export interface IdentifierParts {
  /** 21 characters: credit code of the defining body and three digits. */
  typeCode: string
  /** Credit code of the issuing authority. */
  issuerCode: string
  /** Up to 32 digits and capital letters, unique within type and issuer. */
  serial: string
  /** Counts from 1; a replacement has the next number. */
  version: number
}

/** The certificate identifier (证照标识), domain.md §6.2: six parts, the check character last. */
export function certificateIdentifier({ typeCode, issuerCode, serial, version }: IdentifierParts): string {
  const parts = [typeCode, issuerCode, serial, String(version).padStart(3, '0')]
  const identifier = [IDENTIFIER_ROOT, ...parts, checkCharacter(parts.join(''))].join('.')
  if (!IDENTIFIER_PATTERN.test(identifier))
    throw new RangeError(`not a certificate identifier: ${identifier}`)
  return identifier
}

/** Whether this is a well-formed certificate identifier whose check character is right. */
export function isCertificateIdentifier(identifier: string): boolean {
  if (!IDENTIFIER_PATTERN.test(identifier)) return false
  const payload = identifier.slice(IDENTIFIER_ROOT.length, -2).replaceAll('.', '')
  return checkCharacter(payload) === identifier.slice(-1)
}
