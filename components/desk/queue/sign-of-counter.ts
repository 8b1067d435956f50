import type { DeskQueueView } from '#shared/queue/views.ts'

/** Changes when another counter is sat at, another ticket is in hand, or something was done with it. */
export function signOfCounter({ counter, current }: DeskQueueView): string {
  return [counter?.code, current?.id, current?.state, current?.calls].join(' ')
}
