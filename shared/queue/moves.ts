/** Where a queue ticket is. */
export const QUEUE_STATES = ['waiting', 'called', 'serving', 'missed', 'done', 'cancelled'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

/** What happens to a ticket: from where to where. Of staff alone but `comeBack` and `cancel`. */
export const QUEUE_MOVES = {
  call: { from: ['waiting'], to: 'called' },
  recall: { from: ['called'], to: 'called' },
  serve: { from: ['called'], to: 'serving' },
  finish: { from: ['serving'], to: 'done' },
  miss: { from: ['called'], to: 'missed' },
  transfer: { from: ['called', 'serving'], to: 'waiting' },
  comeBack: { from: ['missed'], to: 'waiting' },
  cancel: { from: ['waiting', 'missed'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly QueueState[]; to: QueueState }>

export type QueueMove = keyof typeof QUEUE_MOVES

/** What a clerk does with one ticket; calling chooses it, and sending on says where to. */
export const CLERK_MOVES = ['recall', 'serve', 'finish', 'miss', 'comeBack', 'cancel'] as const
export type ClerkMove = (typeof CLERK_MOVES)[number]

/** What decides beside the state: how often it was called, and how often its holder came back. */
export interface QueueFacts {
  state: QueueState
  calls: number
  comeBacks: number
}

/** The moves that a ticket allows now. */
export function movesOf(
  { state, calls, comeBacks }: QueueFacts,
  rules: { callsBeforeMissed: number; comeBack: { times: number } },
): QueueMove[] {
  const all = Object.keys(QUEUE_MOVES) as QueueMove[]
  return all.filter((move) => {
    const from: readonly QueueState[] = QUEUE_MOVES[move].from
    if (!from.includes(state)) return false
    if (move === 'miss') return calls >= rules.callsBeforeMissed
    return move !== 'comeBack' || comeBacks < rules.comeBack.times
  })
}

/** Whether nothing more happens to a ticket. */
export function isOver(state: QueueState): boolean {
  return state === 'done' || state === 'cancelled'
}
