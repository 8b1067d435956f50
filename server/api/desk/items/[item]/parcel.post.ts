import { noteParcelOf } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.parcel, {
  may: 'cases.deliver',
  run: noteParcelOf,
  after: ({ item }) => `/desk/items/${item}`,
})
