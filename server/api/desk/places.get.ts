import { visitorOfClerk } from '#domain/counter/index.ts'
import { deskPlaces } from '#domain/insight/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { can } from '#shared/access/can.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.places, {
  may: RIGHTS,
  async read(look) {
    const visitor = can(look.actor, 'counter.identify') ? await visitorOfClerk(look) : null
    return { ...(await deskPlaces(look)), visitor }
  },
})
