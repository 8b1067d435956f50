/** Where the agreement of one person stands, as whoever fills the form sees it. `changed`: what they agreed to is not what stands there now. */
export interface AgreementLine {
  /** Null before they were invited. */
  id: string | null
  role: string
  title: string
  name: string
  state: 'to-invite' | 'invited' | 'agreed' | 'declined' | 'changed' | 'withdrawn'
  /** Why they declined. */
  reason: string
  invitedAt: number
  /** 0 when nobody was reminded yet. */
  remindedAt: number
  answeredAt: number
}

/** Everybody who must agree before a draft is sent. */
export interface AgreementsView {
  lines: AgreementLine[]
  /** Whether nobody is missing. */
  complete: boolean
}

/** An invitation in the list of whoever is asked. */
export interface InvitationLine {
  id: string
  title: string
  role: string
  from: string
  at: number
}

/** What somebody who is asked to agree sees, and nothing else. */
export interface InvitationView {
  id: string
  title: string
  role: string
  /** Who fills the application in. */
  from: string
  name: string
  /** `not-needed`: the application does not name them any more. */
  state: 'invited' | 'agreed' | 'declined' | 'withdrawn' | 'sent' | 'not-needed'
  statement: string
  facts: { label: string; value: string }[]
}
