import { defineStore } from 'pinia'
import { heard, missed, type Connection } from '#shared/work/connection.ts'

/** So long a sign of life is believed, milliseconds. */
const FRESH_MS = 3000

/** Whether the server can be reached, as whoever asks it something found out; one for the page. */
export const useDeskConnection = defineStore('desk connection', () => {
  const now = shallowRef<Connection>({ state: 'online' })
  /** Counts how often somebody doubted it: each time it is looked at once more. */
  const doubts = ref(0)
  /** The last sign of life; the page itself is one. */
  let heardAt = Date.now()

  return {
    now,
    doubts,
    /** Whether the server answered just now. */
    isFresh: (): boolean => Date.now() - heardAt < FRESH_MS,
    heard(): void {
      heardAt = Date.now()
      now.value = heard(now.value, Date.now())
    },
    missed(): void {
      now.value = missed(now.value, Date.now())
    },
    doubt(): void {
      doubts.value += 1
    },
  }
})
