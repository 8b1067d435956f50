import { deskPlaces } from '#domain/insight/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.places, { may: RIGHTS, read: deskPlaces })
