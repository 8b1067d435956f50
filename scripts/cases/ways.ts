import type { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'

export type MoveName = keyof typeof CASE_ITEM_MOVES.moves

/** How an item may have gone since it was opened, and how many of a hundred or so went that way. */
export interface Way {
  moves: readonly MoveName[]
  weight: number
  /** Only items of which this holds go this way. */
  of?: (item: ServiceItem) => boolean
}

const onPaper = ({ result }: ServiceItem): boolean => result.physical === true

const REVIEWED = ['accept'] as const
const GRANTED = ['accept', 'grant'] as const

/** Ways to an end. */
export const ENDED: readonly Way[] = [
  { moves: [...GRANTED, 'complete'], weight: 76, of: (item) => !onPaper(item) },
  { moves: [...GRANTED, 'issue', 'deliver', 'close'], weight: 56, of: onPaper },
  { moves: [...GRANTED, 'issue', 'post', 'deliver', 'close'], weight: 20, of: onPaper },
  { moves: ['ask', 'correct', ...GRANTED, 'complete'], weight: 8, of: (item) => !onPaper(item) },
  { moves: [...REVIEWED, 'deny'], weight: 4 },
  { moves: ['refuse'], weight: 4 },
  { moves: ['withdraw'], weight: 5 },
  { moves: ['ask', 'lapse'], weight: 3 },
]

/** Ways that an item in somebody's hands may have gone so far. */
export const UNDER_WAY: readonly Way[] = [
  { moves: [], weight: 20 },
  { moves: ['ask'], weight: 7 },
  { moves: ['acceptTolerated'], weight: 3 },
  { moves: REVIEWED, weight: 42 },
  { moves: ['ask', 'correct', ...REVIEWED], weight: 4 },
  {
    moves: [...REVIEWED, 'startProcedure'],
    weight: 8,
    of: (item) => Boolean(item.specialProcedures?.length),
  },
  { moves: [...REVIEWED, 'publicise'], weight: 8, of: ({ publicity }) => publicity !== undefined },
  { moves: [...REVIEWED, 'suspend'], weight: 2 },
  { moves: [...REVIEWED, 'askExtension'], weight: 3, of: ({ extensionDays }) => extensionDays !== 0 },
  { moves: [...REVIEWED, 'propose'], weight: 10, of: ({ fourEyes }) => fourEyes === true },
  { moves: [...GRANTED, 'hold'], weight: 1 },
  { moves: [...GRANTED, 'issue'], weight: 7, of: onPaper },
  { moves: [...GRANTED, 'issue', 'post'], weight: 3, of: onPaper },
  { moves: [...GRANTED, 'issue', 'post', 'comeBack'], weight: 1, of: onPaper },
]

/** How items of one case stand together: the one that others need, and those that need it. */
export interface Together {
  first: readonly MoveName[]
  others: readonly MoveName[]
  weight: number
}

export const ENDED_TOGETHER: readonly Together[] = [
  { first: [...GRANTED, 'complete'], others: ['acceptWaiting', 'release', 'grant', 'complete'], weight: 92 },
  { first: [...REVIEWED, 'deny'], others: ['acceptWaiting', 'cancel'], weight: 8 },
]

export const UNDER_WAY_TOGETHER: readonly Together[] = [
  { first: [], others: [], weight: 20 },
  { first: REVIEWED, others: ['acceptWaiting'], weight: 45 },
  { first: [...GRANTED, 'complete'], others: ['acceptWaiting', 'release'], weight: 35 },
]

/** The ways that an item can have gone. */
export function waysOf(ways: readonly Way[], item: ServiceItem): Way[] {
  return ways
    .filter(({ of }) => of === undefined || of(item))
    .map((way) => ({ ...way, moves: decidedBy(item, way.moves) }))
}

/** What two people decide is proposed first. */
export function decidedBy({ fourEyes }: ServiceItem, moves: readonly MoveName[]): MoveName[] {
  return moves.flatMap((move): MoveName[] => {
    if (!fourEyes) return [move]
    if (move === 'grant') return ['propose', 'approveGrant']
    return move === 'deny' ? ['propose', 'approveDenial'] : [move]
  })
}
