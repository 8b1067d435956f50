/** A certificate in its holder's wallet. */
export interface WalletCard {
  identifier: string
  name: string
  no: string
  holder: string
  issuer: string
  state: 'valid' | 'revoked' | 'expired'
  issuedOn: string
  /** Null when it is good for ever. */
  validTo: string | null
  pairs: { label: string; value: string }[]
}

/** What anyone may know of a certificate: whether it stands, and just enough to compare it with the paper. */
export interface Verification {
  identifier: string
  result: 'valid' | 'revoked' | 'expired' | 'unknown' | 'malformed' | 'tampered'
  name: string
  issuer: string
  no: string
  /** Masked. */
  holder: string
  issuedOn: string | null
  validTo: string | null
  revokedOn: string | null
  pairs: { label: string; value: string }[]
  /** The city is a demonstration; its certificates bind nobody. */
  demo: boolean
}
