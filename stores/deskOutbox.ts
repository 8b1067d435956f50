import { defineStore } from 'pinia'
import { takenUp, type WaitingAct } from '#shared/work/outbox.ts'

const KEPT = 'yz-outbox'

/**
 * Acts that wait for the connection. They outlive a reload and an expired session in this tab, and are gone when it is
 * closed.
 */
export const useDeskOutbox = defineStore('desk outbox', () => {
  const acts = shallowRef<WaitingAct[]>([])

  function put(changed: WaitingAct[]): void {
    acts.value = changed
    if (changed.length === 0) return sessionStorage.removeItem(KEPT)
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(changed))
    } catch {
      // A full or forbidden store: the page has them, and warns before it is left.
    }
  }

  /** Takes up what an earlier page of this tab left; answers how many there were of somebody else. */
  function takeUp(by: string): number {
    const all = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as WaitingAct[]
    const own = all.filter((act) => act.by === by)
    put(takenUp(own, Date.now()))
    return all.filter((act) => act.by !== by && act.state !== 'done').length
  }

  return { acts, put, takeUp }
})
