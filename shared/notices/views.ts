/** A message as its reader sees it. Params are in the reader's language. */
export interface NoticeView {
  id: string
  kind: string
  params: Record<string, string>
  /** A page of the portal, without its language. */
  link: string
  at: number
  unread: boolean
}
