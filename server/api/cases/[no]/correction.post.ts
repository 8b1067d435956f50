import { correctCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.correct, { may: 'person', run: correctCase, after: ({ no }) => `/cases/${no}` })
