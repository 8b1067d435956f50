/** Words that reviewers often need, as a template to be put into an opinion. */
export interface Opinion {
  /** Codes of the service items it is for; absent: all. */
  items?: string[]
  decision: 'grant' | 'deny'
  /** In Chinese: a decision is written in it. */
  text: string
}
