import type { Ref } from 'vue'
import { addressOf } from '#shared/contract/contract.ts'
import { liveDesk } from '#shared/contract/live.ts'
import type { LiveNews } from '#shared/work/live.ts'
import { useDeskConnection } from '~/stores/deskConnection'

/** After a refusal the desk asks again after so long, and up to as long again, so that not all ask at once. */
const AGAIN_MS = 3000

/** Whether the desk hears what happens: not yet, yes, not at the moment, not any more (signed out). */
export type NewsState = 'starting' | 'connected' | 'trying' | 'ended'

interface Hearers {
  /** Work came, changed or went. */
  work(news: LiveNews): void
  /**
   * So much may have changed that everything is read anew; also after the connection was gone for a while.
   * @param everybody whether all desks are told so at this moment
   */
  renew(everybody: boolean): void
  /** Something happened on one's own second screen. */
  screen?(): void
}

/**
 * Listens to what happens at the desk as long as the page is looked at: a browser opens only a few connections to one
 * place, so pages in the background give theirs back.
 */
export function useDeskNews({ work, renew, screen }: Hearers): Readonly<Ref<NewsState>> {
  const state = ref<NewsState>('starting')
  const connection = useDeskConnection()
  let source: EventSource | undefined
  let timer: number | undefined
  let connectedBefore = false
  let lookedAtAgain = false

  function connect() {
    if (source || document.hidden || state.value === 'ended') return
    source = new EventSource(addressOf(liveDesk.stream))
    source.addEventListener('connected', () => {
      state.value = 'connected'
      connection.heard()
      // What happened while nobody listened.
      if (connectedBefore) renew(!lookedAtAgain)
      connectedBefore = true
      lookedAtAgain = false
    })
    source.addEventListener('work', ({ data }: MessageEvent<string>) => work(JSON.parse(data)))
    source.addEventListener('renew', () => renew(true))
    source.addEventListener('screen', () => screen?.())
    source.addEventListener('ended', end)
    source.addEventListener('error', () => {
      state.value = 'trying'
      connection.doubt()
      // The browser tries again by itself, except when it was refused: by us, or by a proxy while we start anew.
      if (source?.readyState !== EventSource.CLOSED) return
      disconnect()
      timer = window.setTimeout(() => void askWhy(), AGAIN_MS * (1 + Math.random()))
    })
  }

  async function askWhy() {
    const answer = await fetch(addressOf(liveDesk.stream)).catch(() => undefined)
    if (answer?.status === 401 || answer?.status === 403) end()
    else connect()
  }

  function disconnect() {
    window.clearTimeout(timer)
    source?.close()
    source = undefined
  }

  function end() {
    disconnect()
    state.value = 'ended'
  }

  function attend() {
    if (document.hidden) return disconnect()
    lookedAtAgain = true
    connect()
  }

  onMounted(() => {
    document.addEventListener('visibilitychange', attend)
    connect()
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', attend)
    disconnect()
  })
  return state
}
