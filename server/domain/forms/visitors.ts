import type { Act } from '../act.ts'
import type { Person } from '../identity/index.ts'

/** Who is at the counter of whoever acts, by the visit; nobody when it is over, or has no account. */
export type FindVisitor = (act: Act, visit: string) => Promise<Person | undefined>

let find: FindVisitor = async () => undefined

/** Lets drafts begin for whoever was identified at a counter, which stands on a higher level; called at the start. */
export function useVisitors(findVisitor: FindVisitor): void {
  find = findVisitor
}

export function visitorOf(act: Act, visit: string): Promise<Person | undefined> {
  return find(act, visit)
}
