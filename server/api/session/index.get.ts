import { unreadCount } from '#domain/notices/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { session } from '#shared/contract/session.ts'

export default endpoint(session.read, {
  may: 'anyone',
  async read({ tx, actor }) {
    if (actor.kind !== 'person' && actor.kind !== 'staff') return { kind: 'stranger' as const }
    const unread = actor.kind === 'person' ? await unreadCount(tx, actor.id) : 0
    return { kind: actor.kind, name: actor.name, unread }
  },
})
