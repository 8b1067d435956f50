import { sealBytes } from '#db'
import type { cases } from '#db/schema/cases.ts'
import type { workCounts, workTallies } from '#db/schema/work.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { addWorkdays } from '#shared/calendar/working-days.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import type { Stored } from './bulk.ts'
import type { Ground } from './city.ts'
import { contentOf, type SealContent } from './content.ts'
import { drawOf, SEED } from './draw.ts'
import { clocksOf, historyOf, signalOf, type EventRow, type Hands, type ItemRow } from './history.ts'
import { kindsOf, type Kind } from './kinds.ts'
import type { People } from './people.ts'
import { NOTES } from './notes.ts'
import { timesOf } from './times.ts'
import {
  decidedBy,
  ENDED,
  ENDED_TOGETHER,
  UNDER_WAY,
  UNDER_WAY_TOGETHER,
  waysOf,
  type MoveName,
  type Together,
  type Way,
} from './ways.ts'

/** One case with its items and what happened to them. */
export interface MadeCase {
  row: Stored<typeof cases>
  items: ItemRow[]
  events: EventRow[]
}

export interface CaseMaker {
  /** One that reached its end. @param share its place among all of these, 0 to 1 */
  ended(share: number): MadeCase
  underWay(): MadeCase
  /** How many lines of the inbox stand where, by all that was made. */
  counts(): Stored<typeof workCounts>[]
  /** How often moves were made that figures tell of. */
  tallies(): Stored<typeof workTallies>[]
}

/** Working days of reception and of handing over, 行政许可法 §32 and §44. */
const RECEPTION_DAYS = 5
const DELIVERY_DAYS = 10

/** Of so many cases one is for several items. */
const TOGETHER_SHARE = 0.1

/** Of so much in reviewers' hands one has it on their desk. */
const HELD_SHARE = 0.5

/** States of an item that somebody may have on their desk. */
const IN_HAND: readonly string[] = Object.entries(CASE_ITEM_MOVES.turn).flatMap(([state, rights]) =>
  (rights as readonly string[]).includes('cases.decide') ? [state] : [],
)

const WORKED_ON_TOGETHER: readonly string[] = CASE_ITEM_MOVES.together
const TALLIED: readonly string[] = CASE_ITEM_MOVES.tallied

interface Part {
  item: ServiceItem
  moves: readonly MoveName[]
  times: number[]
}

export function caseMaker({ bundles, working, staff }: Ground, people: People, at: number): CaseMaker {
  const draw = drawOf(SEED + 2)
  const clocks = clocksOf(working, RECEPTION_DAYS, DELIVERY_DAYS)
  const times = timesOf(at, working, clocks, draw)
  const { single, together } = kindsOf(bundles)
  const soon = addWorkdays(dayOf(at), 1, working.calendar)
  const notes = new Map(
    Object.entries(NOTES).map(([move, words]) => [move, sealBytes(JSON.stringify(words))]),
  )
  const contents = new Map<Kind, SealContent>()
  const ways = new Map<string, Way[]>()
  const numbers = new Map<string, number>()
  const counts = new Map<string, Stored<typeof workCounts>>()
  const tallies = new Map<string, Stored<typeof workTallies>>()

  function wayOf(all: readonly Way[], item: ServiceItem): readonly MoveName[] {
    const key = `${all === ENDED} ${item.code}`
    let known = ways.get(key)
    if (!known) ways.set(key, (known = waysOf(all, item)))
    return draw.weighed(known).moves
  }

  function alone(kind: Kind, share: number | null): MadeCase {
    const moves = wayOf(share === null ? UNDER_WAY : ENDED, kind.first)
    const moments = share === null ? times.underWay(moves, kind.first) : times.ended(moves, share)
    return built(kind, [{ item: kind.first, moves, times: moments }])
  }

  function several(kind: Kind, ways: readonly Together[], share: number | null): MadeCase {
    const way = draw.weighed(ways)
    const moves = decidedBy(kind.first, way.first)
    const begun = share === null ? times.underWay(moves, kind.first) : times.ended(moves, share)
    return built(kind, [
      { item: kind.first, moves, times: begun },
      ...kind.others.map((item) => {
        const its = decidedBy(item, way.others)
        return { item, moves: its, times: times.ofAnother(its.length, begun, share === null) }
      }),
    ])
  }

  function numberOf(sentAt: number): string {
    const day = dayOf(sentAt).replaceAll('-', '')
    const number = (numbers.get(day) ?? 0) + 1
    numbers.set(day, number)
    return `T349900${day}${String(number).padStart(6, '0')}`
  }

  function built(kind: Kind, parts: readonly Part[]): MadeCase {
    const place = draw.whole(0, people.count - 1)
    const owner = people.id(place)
    const sentAt = parts[0]?.times[0] ?? at
    const id = draw.id(sentAt)
    const no = numberOf(sentAt)
    const items: ItemRow[] = []
    const events: EventRow[] = []
    for (const { item, moves, times: moments } of parts) {
      const hands = handsFor(item.department, owner)
      const workId = draw.id(sentAt)
      const history = historyOf({ item, workId, moves, times: moments }, hands, clocks, said, draw)
      const { state, clock, closedAt, doers } = history
      const leads = !WORKED_ON_TOGETHER.includes(state) || !items.some((other) => other.state === state)
      events.push(...history.events)
      for (const event of history.events) tally(event, clock.dueDay)
      items.push({
        ...clock,
        id: workId,
        kind: 'caseItem',
        state,
        unit: item.department,
        parentId: id,
        no,
        topic: item.code,
        label: people.sealedName(place),
        ownerId: owner,
        doers,
        assignee: IN_HAND.includes(state) && draw.chance(HELD_SHARE) ? hands.reviewer : '',
        leads,
        openedAt: sentAt,
        signal: closedAt === 0 ? signalOf(clock, at, soon) : '',
        closedAt,
        version: history.events.length,
      })
      if (leads && closedAt === 0) countLine(state, item.department, clock.dueDay)
    }
    const open = items.filter(({ closedAt }) => closedAt === 0)
    const correcting = open.some(({ state }) => state === 'correcting')
    return {
      items,
      events,
      row: {
        id,
        no,
        lifeEvent: kind.bundle.lifeEvent.code,
        bundleId: kind.bundle.id,
        applicantId: owner,
        agent: '',
        organisationId: '',
        about: '',
        content: sealerOf(kind)(
          { name: people.name(place), residentId: people.residentId(place) },
          open.length === 0 ? 'ended' : correcting ? 'correcting' : 'open',
        ),
        state: open.length === 0 ? 'closed' : correcting ? 'correcting' : 'in-progress',
        sentAt,
        closedAt: open.length === 0 ? Math.max(...parts.map(({ times: moments }) => moments.at(-1) ?? 0)) : 0,
        version: 1,
      },
    }
  }

  function handsFor(unit: string, owner: string): Hands {
    return {
      owner,
      counter: draw.pick(staff.counters),
      reviewer: draw.pick(staff.reviewers(unit)),
      head: draw.pick(staff.heads(unit)),
    }
  }

  function said(move: string) {
    return { note: notes.get(move) ?? null, data: {} }
  }

  function sealerOf(kind: Kind): SealContent {
    let seal = contents.get(kind)
    if (!seal) contents.set(kind, (seal = contentOf(kind)))
    return seal
  }

  function countLine(state: string, unit: string, dueDay: string): void {
    const key = `${state} ${unit} ${dueDay}`
    const line = counts.get(key) ?? { kind: 'caseItem', state, unit, dueDay, count: 0 }
    counts.set(key, { ...line, count: Number(line.count) + 1 })
  }

  function tally({ move, at: moment }: EventRow, dueDay: string): void {
    if (!TALLIED.includes(String(move))) return
    const day = dayOf(Number(moment))
    const inTime = day <= dueDay
    const key = `${String(move)} ${day} ${inTime}`
    const line = tallies.get(key) ?? { kind: 'caseItem', move, day, inTime, count: 0 }
    tallies.set(key, { ...line, count: Number(line.count) + 1 })
  }

  return {
    ended: (share) =>
      draw.chance(TOGETHER_SHARE)
        ? several(draw.pick(together), ENDED_TOGETHER, share)
        : alone(draw.pick(single), share),
    underWay: () =>
      draw.chance(TOGETHER_SHARE)
        ? several(draw.pick(together), UNDER_WAY_TOGETHER, null)
        : alone(draw.pick(single), null),
    counts: () => [...counts.values()],
    tallies: () => [...tallies.values()],
  }
}
