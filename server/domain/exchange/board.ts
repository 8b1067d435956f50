import { dayOf } from '#shared/calendar/day.ts'
import type { BoardPeriod, BoardView, ObjectionFigures, UnitFigures } from '#shared/exchange/board-view.ts'
import { isOutsideService } from '#shared/exchange/outside-services.ts'
import type { Look } from '../act.ts'
import { appsOf } from '../../connectors/exchange/apps.ts'
import { staffNames } from '../identity/index.ts'
import { ownAlerts } from './alerts.ts'
import { hourOf } from './anomaly.ts'
import { departmentOf } from './department-of.ts'
import { labelOf, stretchOf, type Stretch } from './board-period.ts'
import { resourceFigures } from './board-resources.ts'
import { sightOf, type Sight } from './board-seen.ts'
import { figuresOf } from './call-figures.ts'
import { busiestPosts } from './store/anomalies.ts'
import { callsByStretch, callsSince, countObjections, type CallSums } from './store/board.ts'

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
    countObjections(look.tx, {
      since: stretch.minute * 60_000,
      seen: sight.resources,
      today: dayOf(look.at),
    }),
    ownAlerts(look, stretch.minute * 60_000),
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
    objections: objectionFigures(objections),
  }
}

async function seriesOf(look: Look, stretch: Stretch, sight: Sight): Promise<BoardView['series']> {
  const rows = await callsByStretch(look.tx, {
    minute: stretch.minute,
    stretch: stretch.stretch,
    seen: sight.resources,
  })
  return Array.from({ length: stretch.bars }, (_, bar) => {
    const row = rows.find((each) => each.stretch === bar)
    const { calls = 0, answered = 0, failed = 0 } = row ?? {}
    return { label: labelOf(stretch, bar), calls, answered, failed }
  })
}

async function postsOf(look: Look, { minute }: Stretch): Promise<BoardView['posts']> {
  const posts = (await busiestPosts(look.tx, hourOf(minute * 60_000)))
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

function objectionFigures(rows: Awaited<ReturnType<typeof countObjections>>): ObjectionFigures {
  const of = (outcome: (typeof rows)[number]['outcome']) => rows.find((row) => row.outcome === outcome)
  return {
    open: of('open')?.count ?? 0,
    overdue: of('open')?.late ?? 0,
    corrected: of('corrected')?.count ?? 0,
    rejected: of('rejected')?.count ?? 0,
  }
}
