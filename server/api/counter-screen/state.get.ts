import { noteSeen, readScreenState } from '#domain/screens/index.ts'
import { look } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { screenKey } from '#server/utils/screen-key.ts'
import { counterScreen } from '#shared/contract/screens.ts'

export default endpoint(counterScreen.state, {
  may: 'anyone',
  flow: (who, _input, event) =>
    look(who, async (reading) => {
      const key = screenKey(event)
      await noteSeen(reading, key)
      return readScreenState(reading, key)
    }),
})
