import { useEventListener } from '@vueuse/core'

/** Reading anew goes on for so long after the last touch: else a desk that somebody left would never be signed out. */
const QUIET_MS = 20 * 60_000

/** At most one reading in so long, and longer the longer they take: a thousand desks must not ask all at once. */
const LEAST_MS = 1000
const TIMES_AS_LONG = 20

/** What is read anew for everybody is spread over so long. */
const SPREAD_MS = 8000

/**
 * Reads something anew when it may have changed: soon, never twice at the same time, and not under the pointer.
 * @param read reads it; answers whether it could
 * @param isHeld whether it must not change now; it waits then until somebody asks for it
 */
export function useDeskRenewal(read: () => Promise<boolean>, isHeld: () => boolean) {
  const waiting = ref(false)
  let timer: number | undefined
  let touchedAt = Date.now()
  let pause = 0

  async function now() {
    window.clearTimeout(timer)
    timer = undefined
    const begun = performance.now()
    waiting.value = !(await read())
    pause = Math.max(LEAST_MS, (performance.now() - begun) * TIMES_AS_LONG)
    timer = window.setTimeout(() => {
      timer = undefined
      if (waiting.value) soon()
    }, pause)
  }

  /** @param spread whether everybody is told the same at this moment */
  function soon(spread = false) {
    waiting.value = true
    if (timer !== undefined || Date.now() - touchedAt > QUIET_MS) return
    timer = window.setTimeout(
      () => {
        timer = undefined
        if (!isHeld()) void now()
      },
      Math.random() * (spread ? SPREAD_MS : 200),
    )
  }

  useEventListener(['pointerdown', 'keydown'], () => {
    touchedAt = Date.now()
  })
  onBeforeUnmount(() => window.clearTimeout(timer))
  return { waiting, soon, now }
}
