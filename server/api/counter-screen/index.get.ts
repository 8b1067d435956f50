import { readScreen } from '#domain/screens/index.ts'
import { look } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { screenKey } from '#server/utils/screen-key.ts'
import { counterScreen } from '#shared/contract/screens.ts'

export default endpoint(counterScreen.read, {
  may: 'anyone',
  flow: (who, _input, event) => look(who, (reading) => readScreen(reading, screenKey(event))),
})
