/** An emergency look-up as staff see it. */
export interface EmergencyLine {
  id: string
  resource: string
  /** The number it is about, masked. */
  about: string
  reason: string
  askedBy: string
  unit: string
  askedAt: number
  state: 'asked' | 'confirmed' | 'refused' | 'used' | 'expired'
  confirmedBy: string
  expiresAt: number
  /** What this reader may do: `confirm`, `lookUp`. */
  moves: string[]
}

export interface EmergenciesView {
  /** Resources that their department may ask about somebody; empty for those who only confirm. */
  resources: { value: string; label: string }[]
  lines: EmergencyLine[]
  /** What was just looked up, to whoever looked. */
  shown: { label: string; value: string }[][] | null
}
