import { planInspection } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.inspect, {
  may: 'cases.decide',
  run: planInspection,
  after: ({ no }, { item }) => (item ? `/desk/items/${item}` : `/desk/cases/${no}`),
})
