import type { ResourceFigures } from '#shared/exchange/board-view.ts'
import { believedUpdate, freshnessOf } from '#shared/exchange/freshness.ts'
import { qualityOf } from '#shared/exchange/quality-rules.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { departmentOf } from './department-of.ts'
import { breakerStates } from './breaker.ts'
import type { Sight } from './board-seen.ts'
import { figuresOf } from './call-figures.ts'
import { updatesOfResources, type CallSums } from './store/board.ts'
import { valueFiguresSince } from './store/quality.ts'

/** How each resource does that was asked since a day, the busiest first. */
export async function resourceFigures(
  look: Look,
  sums: readonly (CallSums & { resource: string })[],
  day: string,
  sight: Sight,
): Promise<ResourceFigures[]> {
  const [values, updates] = await Promise.all([
    valueFiguresSince(look.tx, day, sight.resources),
    updatesOfResources(look.tx),
  ])
  const breakers = breakerStates()
  return catalog()
    .all('resource')
    .filter(({ code }) => sight.resources === 'all' || sight.resources.includes(code))
    .map((resource) => {
      const { code } = resource
      const updatedAt = believedUpdate(updates.get(code) ?? 0, look.at)
      return {
        code,
        name: say(resource.name, look.lang),
        provider: departmentOf(look, resource.provider),
        ...figuresOf(sums.filter((each) => each.resource === code)),
        breaker: breakers.get(code) ?? 'closed',
        updatedAt,
        freshness: freshnessOf(resource.updateCycle, updatedAt, look.at),
        ...qualityOf(values.filter((each) => each.resource === code)),
      }
    })
    .filter(({ calls, updatedAt }) => calls > 0 || updatedAt > 0)
    .sort((a, b) => b.calls - a.calls)
}
