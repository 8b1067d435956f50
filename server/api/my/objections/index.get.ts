import { ownReports } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { myData } from '#shared/contract/my-data.ts'

export default endpoint(myData.reports, {
  may: 'person',
  read: ownReports,
})
