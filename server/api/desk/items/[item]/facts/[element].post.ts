import { revealOfItem } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.revealOfItem, {
  may: 'cases.read',
  run: revealOfItem,
  after: ({ pass }, { item }) => `/desk/items/${item}?pass=${pass}#whole`,
})
