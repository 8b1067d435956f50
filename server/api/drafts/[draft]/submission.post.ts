import { sendCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.send, {
  may: 'person',
  run: sendCase,
  after: ({ no }) => `/cases/${no}?sent=1`,
})
