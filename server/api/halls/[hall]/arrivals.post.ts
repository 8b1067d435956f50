import { arriveAtKiosk } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { halls } from '#shared/contract/queue.ts'

export default endpoint(halls.arrive, {
  may: 'anyone',
  run: arriveAtKiosk,
  after: ({ ticket }, { hall, key }) => `/halls/${hall}/kiosk?key=${key}&ticket=${ticket}`,
})
