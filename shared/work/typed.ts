/** What was typed into a form of the desk and is not sent yet. */
export interface TypedForm {
  /** The member of staff who typed it. */
  by: string
  /** Whether it was posted: then the next page of the server says what became of it. */
  sent: boolean
  /** By the name of the field; of boxes what is ticked. */
  values: Record<string, string[]>
}

/**
 * Where who somebody is, is typed in; it is not kept anywhere. Neither is what is asked anew each time.
 */
const NEVER = [/^\/api\/desk\/(counter|queue|screen|filters)(\/|$)/, /^\/api\/(session|drafts)(\/|$)/]

/** Whether what is typed into a form with this address is kept. */
export function mayBeKept(action: string): boolean {
  return !NEVER.some((each) => each.test(action))
}

/** Fields that say nothing about which form it is: they differ each time. */
const OF_THE_MOMENT = ['_key', 'version']

/**
 * Which form it is: several forms of a page post to one address and differ in what they post unseen.
 * @param path of the page; the same in both languages
 * @param unseen name and value of its hidden fields
 */
export function formKey(path: string, action: string, unseen: readonly [string, string][]): string {
  const said = unseen
    .filter(([name]) => !OF_THE_MOMENT.includes(name))
    .map((pair) => pair.join('='))
    .sort()
  return [path.replace(/^\/en(?=\/|$)/, '') || '/', action, ...said].join(' ')
}

/**
 * Whether the server answered what was posted before this page came. It did when the page was reached from one of ours:
 * a page of the browser's own has no address to come from. Going back leads to what was there before the answer.
 * @param type how the page was reached, Navigation Timing §4.2
 */
export function wasAnswered(type: string, referrer: string, origin: string): boolean {
  return type !== 'back_forward' && URL.canParse(referrer) && new URL(referrer).origin === origin
}
