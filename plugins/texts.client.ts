import type { Lang } from '#shared/text.ts'
import type { Messages } from '~/utils/messages'

/** Gives the browser the interface texts of its page, which it loads beside the script and keeps for the next page. */
export default defineNuxtPlugin(async () => {
  const used = useState<Record<string, string>>('texts', () => ({}))
  const loaded = await Promise.all(
    Object.entries(used.value).map(async ([module, address]) => [module, await load(address)] as const),
  ).catch(() => undefined)
  // Without words nothing can be drawn: the page stays the native form that it is.
  if (!loaded) return new Promise<never>(() => {})
  const texts = new Map(loaded)
  return {
    provide: {
      messages: (_lang: Lang, module: string): Messages => texts.get(module) ?? {},
    },
  }
})

async function load(address: string): Promise<Messages> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}
