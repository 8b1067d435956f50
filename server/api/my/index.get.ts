import { ownInvitations } from '#domain/agreements/index.ts'
import { ownCases } from '#domain/cases/index.ts'
import { openDrafts } from '#domain/forms/index.ts'
import { comingAppointments } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { my } from '#shared/contract/my.ts'

export default endpoint(my.overview, {
  may: 'person',
  async read(look) {
    const [drafts, cases, invitations, appointments] = await Promise.all([
      openDrafts(look),
      ownCases(look),
      ownInvitations(look),
      comingAppointments(look),
    ])
    const name = look.actor.kind === 'person' ? look.actor.name : ''
    return { name, drafts, cases, invitations, appointments }
  },
})
