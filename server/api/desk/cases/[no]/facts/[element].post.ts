import { revealOfCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.reveal, {
  may: 'cases.read',
  run: revealOfCase,
  after: ({ pass }, { no }) => `/desk/cases/${no}?pass=${pass}#whole`,
})
