/** For whom somebody may start a life event, besides themselves. */
export interface WhomView {
  /** It is for enterprises that exist: one must be chosen. */
  enterprise: boolean
  people: { value: string; name: string }[]
  organisations: { value: string; name: string }[]
}
