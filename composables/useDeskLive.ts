import { useEventListener } from '@vueuse/core'
import { addressOf, type AnswerOf, type Contract } from '#shared/contract/contract.ts'
import { useDeskConnection } from '~/stores/deskConnection'

/** Asking goes on for so long after the last touch: else a desk that somebody left would never be signed out. */
const QUIET_MS = 20 * 60_000

/**
 * What an endpoint answered, asked for anew again and again while the page is looked at. `stale` says that it is not at
 * the moment: the last attempt failed, or nobody touched the page for long. What was known before stays.
 * @param first what the page was drawn with
 * @param everyMs pause between two attempts, milliseconds
 */
export function useDeskLive<C extends Contract>(
  first: AnswerOf<C>,
  contract: C,
  input: Record<string, unknown>,
  everyMs: number,
): { answer: AnswerOf<C>; stale: boolean } {
  const live = shallowReactive({ answer: first, stale: false })
  const address = addressOf(contract, input)
  const connection = useDeskConnection()
  let touchedAt = Date.now()
  let timer: number | undefined

  async function renew() {
    if (document.hidden) return
    if (Date.now() - touchedAt > QUIET_MS) return void (live.stale = true)
    const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined)
    // Signed out meanwhile: the page itself leads to signing in.
    if (response?.status === 401) return location.reload()
    live.stale = !response?.ok
    if (!response) connection.doubt()
    if (response?.ok) live.answer = await response.json()
  }

  useEventListener(['pointerdown', 'keydown'], () => {
    touchedAt = Date.now()
    if (live.stale) void renew()
  })
  onMounted(() => {
    timer = window.setInterval(() => void renew(), everyMs)
  })
  onBeforeUnmount(() => window.clearInterval(timer))
  return live
}
