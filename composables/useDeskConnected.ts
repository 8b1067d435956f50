import { useEventListener } from '@vueuse/core'
import { useDeskConnection } from '~/stores/deskConnection'
import { useDeskOutbox } from '~/stores/deskOutbox'
import { waits } from '#shared/work/outbox.ts'

/** How often the server is asked for a sign of life, while it answers and while it does not. */
const EVERY_MS = 20_000
const AGAIN_MS = 3000

/** One answer that does not come in time is none yet: so soon it is asked for once more. */
const ONCE_MORE_MS = 1000
const PATIENCE_MS = 8000

/** Whoever has just pressed a button waits no longer than twice this. */
const SHORT_PATIENCE_MS = 3000

/**
 * Watches whether the server can be reached, as long as the page is looked at or something waits to be sent. What the
 * browser says of its network is believed only when it says no.
 */
export function useDeskConnected() {
  const connection = useDeskConnection()
  const outbox = useDeskOutbox()
  let timer: number | undefined
  let failed = 0
  let asking = false

  async function ask(): Promise<void> {
    if (asking) return
    asking = true
    window.clearTimeout(timer)
    const answered = await answers(PATIENCE_MS)
    asking = false
    failed = answered ? 0 : failed + 1
    if (answered) connection.heard()
    else if (failed > 1 || !navigator.onLine) connection.missed()
    const lost = connection.now.state === 'lost'
    const pause = lost ? AGAIN_MS * (1 + Math.random()) : failed > 0 ? ONCE_MORE_MS : EVERY_MS
    timer = window.setTimeout(() => void tick(), pause)
  }

  /** Finds out at once, before something is posted. */
  async function makeSure(): Promise<void> {
    if ((await answers(SHORT_PATIENCE_MS)) || (await answers(SHORT_PATIENCE_MS))) return connection.heard()
    connection.missed()
    void ask()
  }

  async function tick(): Promise<void> {
    if (!document.hidden || waits(outbox.acts)) return ask()
    timer = window.setTimeout(() => void tick(), EVERY_MS)
  }

  useEventListener('online', () => void ask())
  useEventListener('offline', connection.missed)
  watch(
    () => connection.doubts,
    () => void ask(),
  )
  function attend() {
    if (!document.hidden) void ask()
  }

  onMounted(() => {
    document.addEventListener('visibilitychange', attend)
    if (!navigator.onLine) connection.missed()
    timer = window.setTimeout(() => void tick(), connection.now.state === 'lost' ? AGAIN_MS : EVERY_MS)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', attend)
    window.clearTimeout(timer)
  })
  return { connection, makeSure }
}

function answers(patience: number): Promise<boolean> {
  return fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
