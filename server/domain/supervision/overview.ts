import type { LoadView, SupervisionView } from '#shared/supervision/views.ts'
import type { Look } from '../act.ts'
import { staffNames } from '../identity/index.ts'
import { supervisedScopes } from '../work/index.ts'
import { marksAt } from './marks.ts'
import { unitName } from './names.ts'
import { unitsOver } from './over.ts'
import { orderLines } from './present-orders.ts'
import { supervisionRules } from './rules.ts'
import { countOpenChecks } from './store/checks.ts'
import { personLoads, unitLoads, type Load } from './store/loads.ts'

/** What is at risk, overdue and sent back, by department and by person, and what was ordered. */
export async function readSupervision(look: Look): Promise<SupervisionView> {
  const over = unitsOver(look)
  const { units, people } = await readLoads(look)
  return {
    riskDays: supervisionRules().riskDays,
    total: {
      open: sum(units, 'open'),
      atRisk: sum(units, 'atRisk'),
      overdue: sum(units, 'overdue'),
      returned: sum(units, 'returned'),
    },
    units,
    people,
    orders: await orderLines(look, over),
    checks: await countOpenChecks(look.tx, over),
  }
}

/** So many people stand on the overview, those with most that is late. */
const MOST = 100

/** Open work by department and by person, the worst first, of what an actor watches over. */
export async function readLoads(look: Look): Promise<{ units: LoadView[]; people: LoadView[] }> {
  const over = unitsOver(look)
  const marks = marksAt(look.at)
  const units = (await unitLoads(look.tx, supervisedScopes(look.actor), marks)).sort(worstFirst)
  const people = (await personLoads(look.tx, over, marks)).sort(worstFirst).slice(0, MOST)
  const names = await staffNames(
    look.tx,
    people.map(({ code }) => code),
  )
  return {
    units: units.map((load) => ({ ...load, name: unitName(load.code, look.lang), unit: '' })),
    people: people.map((load) => ({
      ...load,
      name: names.get(load.code) ?? '',
      unit: unitName(load.unit, look.lang),
    })),
  }
}

function worstFirst(a: Load, b: Load): number {
  return b.overdue - a.overdue || b.atRisk - a.atRisk || b.open - a.open || (a.code < b.code ? -1 : 1)
}

function sum(loads: readonly LoadView[], part: 'open' | 'atRisk' | 'overdue' | 'returned'): number {
  return loads.reduce((total, load) => total + load[part], 0)
}
