import { dayOf } from '#shared/calendar/day.ts'
import type { BoardPeriod, BoardView, ObjectionFigures, UnitFigures } from '#shared/exchange/board-view.ts'
import { isOutsideService } from '#shared/exchange/outside-services.ts'
import type { Look } from '../act.ts'
import { appsOf } from '../../connectors/exchange/apps.ts'
import { staffNames } from '../identity/index.ts'
import { ownAlerts } from './alerts.ts'
import { HOUR_MS } from './anomaly.ts'
import { departmentOf } from './department-of.ts'
import { CITY_OFFSET, labelOf, stretchOf, type Stretch } from './board-period.ts'
import { resourceFigures } from './board-resources.ts'
import { sightOf, type Sight } from './board-seen.ts'
import { figuresOf } from './call-figures.ts'
import { busiestPosts, BY_PEOPLE } from './store/anomalies.ts'
import { callsByStretch, callsSince, objectionsSince, type CallSums } from './store/board.ts'

/** So many departments, posts and resources stand on the board's lists of the busiest. */
const TOP = 10

type UnitSums = CallSums & { resource: string; unit: string }

/** How the exchange does: from figures kept with each call, never from the log itself. */
export async function board(look: Look, { period }: { period: BoardPeriod }): Promise<BoardView> {
  const sight = sightOf(look)
  const stretch = stretchOf(period, look.at)
  const [sums, series, objections, alerts, posts] = await Promise.all([
    callsSince(look.tx, stretch.minute, sight.resources),
    seriesOf(look, stretch, sight),
    objectionsSince(look.tx, stretch.minute * 60_000, sight.resources),
    ownAlerts(look, sight, stretch.minute * 60_000),
    sight.all ? postsOf(look, stretch) : [],
  ])
  const asked = sums.filter(({ resource }) => !isOutsideService(resource))
  const resources = await resourceFigures(look, asked, stretch.day, sight)
  const dated = resources.filter(({ freshness }) => freshness !== 'unknown')
  return {
    period,
    all: sight.all,
    total: figuresOf(asked),
    series,
    resources,
    fresh: { part: dated.filter(({ freshness }) => freshness === 'fresh').length, whole: dated.length },
    units: byUnit(asked, (unit) => departmentOf(look, unit)),
    posts,
    outside: byUnit(
      sums.filter(({ resource }) => isOutsideService(resource)),
      (unit) => appsOf(unit, look.lang) || departmentOf(look, unit),
    ),
    alerts,
    objections: countObjections(objections, dayOf(look.at)),
  }
}

async function seriesOf(look: Look, stretch: Stretch, sight: Sight): Promise<BoardView['series']> {
  const rows = await callsByStretch(look.tx, {
    minute: stretch.minute,
    stretch: stretch.stretch,
    offset: CITY_OFFSET,
    seen: sight.resources,
  })
  const first = Math.floor((stretch.minute + CITY_OFFSET) / stretch.stretch)
  return Array.from({ length: stretch.bars }, (_, bar) => {
    const row = rows.find((each) => each.stretch === first + bar)
    const { calls = 0, answered = 0, failed = 0 } = row ?? {}
    return { label: labelOf(stretch, bar), calls, answered, failed }
  })
}

async function postsOf(look: Look, { minute }: Stretch): Promise<BoardView['posts']> {
  const posts = (await busiestPosts(look.tx, Math.floor((minute * 60_000) / HOUR_MS), BY_PEOPLE))
    .sort((a, b) => b.people - a.people)
    .slice(0, TOP)
  const names = await staffNames(
    look.tx,
    posts.map(({ actorId }) => actorId),
  )
  return posts.map(({ actorId, unit, people }) => ({
    name: names.get(actorId) ?? '',
    department: departmentOf(look, unit),
    people,
  }))
}

function byUnit(sums: readonly UnitSums[], nameOf: (unit: string) => string): UnitFigures[] {
  const units = new Map<string, number>()
  for (const { unit, calls } of sums) units.set(unit, (units.get(unit) ?? 0) + calls)
  return [...units]
    .sort(([, a], [, b]) => b - a)
    .slice(0, TOP)
    .map(([unit, calls]) => ({ name: nameOf(unit), calls }))
}

function countObjections(
  rows: readonly { outcome: 'open' | 'corrected' | 'rejected'; dueDay: string }[],
  today: string,
): ObjectionFigures {
  const count = (outcome: (typeof rows)[number]['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length
  return {
    open: count('open'),
    overdue: rows.filter(({ outcome, dueDay }) => outcome === 'open' && dueDay < today).length,
    corrected: count('corrected'),
    rejected: count('rejected'),
  }
}
