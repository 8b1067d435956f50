import { signOnScreen } from '#domain/screens/index.ts'
import { perform } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { screenKey } from '#server/utils/screen-key.ts'
import { counterScreen } from '#shared/contract/screens.ts'

export default endpoint(counterScreen.sign, {
  may: 'anyone',
  async flow(who, input, event) {
    await perform(who, (act) => signOnScreen(act, screenKey(event), input))
    return { paired: true }
  },
  after: () => '/counter-screen',
})
