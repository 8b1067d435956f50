import type { Lang } from '#shared/text.ts'
import type { Messages } from '~/utils/messages'

/** Gives the browser the interface texts that its page came with. */
export default defineNuxtPlugin(() => {
  const came = useState<Record<string, string>>('texts', () => ({}))
  const read = new Map<string, Messages>()
  return {
    provide: {
      messages(_lang: Lang, module: string): Messages {
        let messages = read.get(module)
        if (!messages) read.set(module, (messages = JSON.parse(came.value[module] ?? '{}') as Messages))
        return messages
      },
    },
  }
})
