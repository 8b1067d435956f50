import { checkAfresh, decideItem } from '#domain/cases/index.ts'
import { handingOf } from '#domain/screens/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.decide, {
  may: ['cases.decide', 'cases.approve', 'cases.deliver', 'cases.accept'],
  before: checkAfresh,
  async run(act, { signing, ...input }) {
    return decideItem(act, { ...input, ...(await handingOf(act, { ...input, signing })) })
  },
  after: ({ id, caseNo }, { page }) => (page === 'case' ? `/desk/cases/${caseNo}` : `/desk/items/${id}`),
})
