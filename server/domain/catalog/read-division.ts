import type { Division, ServiceItem } from '#shared/catalog/documents.ts'
import type { DivisionView } from '#shared/catalog/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from './snapshot.ts'
import { countByDepartment, documentPage } from './store/current.ts'

const PAGE = 50

/** Names the division that everything else lies in. */
const TOP = 'city'

/** What a division offers itself, by department, and the divisions around it. */
export async function readDivision(
  look: Look,
  { code, department, after }: { code: string; department: string; after: string },
): Promise<DivisionView> {
  const division = code === TOP ? topDivision() : catalog().find('division', code)
  if (!division) throw new Refusal('not_found')
  const name = (of: Division) => ({ code: of.code, name: say(of.name, look.lang) })
  // What no division offers alone is offered by the whole city.
  const filter = { kind: 'item', division: division.level === 'city' ? null : division.code }
  const rows = await documentPage(look.tx, { ...filter, ...(department && { department }) }, after, PAGE + 1)
  const page = rows.slice(0, PAGE)
  return {
    ...name(division),
    above: above(division).map(name),
    below: belowOf(division.code).map(name),
    departments: (await countByDepartment(look.tx, filter)).flatMap(({ department: each, count }) => {
      const known = each === null ? undefined : catalog().find('department', each)
      return known ? [{ code: known.code, name: say(known.name, look.lang), count }] : []
    }),
    department: department || null,
    items: page.map((row) => {
      const item = row.body as ServiceItem
      return { code: item.code, name: say(item.name, look.lang), summary: say(item.summary, look.lang) }
    }),
    next: rows.length > PAGE ? (page.at(-1)?.code ?? null) : null,
  }
}

function topDivision(): Division | undefined {
  return catalog()
    .all('division')
    .find(({ level }) => level === 'city')
}

function above({ parent }: Division): Division[] {
  const division = parent === null ? undefined : catalog().find('division', parent)
  return division ? [...above(division), division] : []
}

/** Grids are where people live, not where they apply. */
function belowOf(code: string): Division[] {
  return catalog()
    .all('division')
    .filter(({ parent, level }) => parent === code && level !== 'grid')
}
