import { caseObjectionForm } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { dataReports } from '#shared/contract/data-reports.ts'

export default endpoint(dataReports.form, {
  may: ['cases.accept', 'cases.decide'],
  read: caseObjectionForm,
})
