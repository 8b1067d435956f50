import { pairScreen } from '#domain/screens/index.ts'
import { perform } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { giveScreenKey } from '#server/utils/screen-key.ts'
import { counterScreen } from '#shared/contract/screens.ts'

export default endpoint(counterScreen.pair, {
  may: 'anyone',
  async flow(who, input, event) {
    const { key } = await perform(who, (act) => pairScreen(act, input))
    giveScreenKey(event, key)
    return { paired: true }
  },
  after: () => '/counter-screen',
})
