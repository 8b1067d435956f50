import { takeAtKiosk } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { halls } from '#shared/contract/queue.ts'

export default endpoint(halls.take, {
  may: 'anyone',
  run: takeAtKiosk,
  after: ({ ticket }, { hall, key }) => `/halls/${hall}/kiosk?key=${key}&ticket=${ticket}`,
})
