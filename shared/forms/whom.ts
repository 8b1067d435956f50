/** For whom somebody may start a life event, besides themselves. */
export interface WhomView {
  /** It is for enterprises that exist: one must be chosen. */
  enterprise: boolean
  people: { value: string; name: string }[]
  organisations: { value: string; name: string }[]
}

/** An application that a member of staff fills in for somebody. */
export interface AssistedLine {
  id: string
  title: string
  /** Whom it is for. */
  name: string
  /** The step to go on with; null once it was sent. */
  next: string | null
  caseNo: string | null
  updatedAt: number
}
