import { inboxAsked, type InboxAsked } from '#shared/work/inbox-asked.ts'
import type { WorkKind } from '#shared/work/move.ts'

/** How the inbox was looked at last, where that shows work of this kind; else all work of the kind. */
export function useDeskFilter(kind: WorkKind): InboxAsked & { kind?: string } {
  const kept = useState('inbox filter', () => {
    const cookie = useRequestHeaders(['cookie']).cookie ?? ''
    return decodeURIComponent(/(?:^|; )yz_inbox=([^;]*)/.exec(cookie)?.[1] ?? '')
  })
  const asked = inboxAsked(kept.value)
  return asked.kind === undefined || asked.kind === kind ? { kind, ...asked } : { kind }
}
