import { checkAfresh, decideItem } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.decide, {
  may: ['cases.decide', 'cases.approve', 'cases.deliver', 'cases.accept'],
  before: checkAfresh,
  run: decideItem,
  after: ({ id, caseNo }, { page }) => (page === 'case' ? `/desk/cases/${caseNo}` : `/desk/items/${id}`),
})
