import { touchScreen } from '#domain/screens/index.ts'
import { perform } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { screenKey } from '#server/utils/screen-key.ts'
import { counterScreen } from '#shared/contract/screens.ts'

export default endpoint(counterScreen.touch, {
  may: 'anyone',
  async flow(who, _input, event) {
    await perform(who, (act) => touchScreen(act, screenKey(event)))
    return { paired: true }
  },
  after: () => '/counter-screen',
})
