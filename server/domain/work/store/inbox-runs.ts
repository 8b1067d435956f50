import { sql, type SQL } from 'drizzle-orm'
import { dialect } from '#db'
import { workItems } from '#db/schema/work.ts'

/*
 * A page of the inbox is the first rows of many runs along an index, put in order. Each engine has its own words for
 * it: PostgreSQL plans one join with a list of runs faster than a long union, SQLite has no such join and keeps the
 * union prepared.
 */

/** The work of one kind in one state, of a unit or of all. */
export interface Run {
  kind: string
  state: string
  unit: string | null
}

/** What of each run is wanted. */
export interface Asked {
  /** Due by the end of this day. */
  dueBy?: string
  after: { dueDay: string; id: string } | null
  limit: number
  /** Only what nobody has on their desk. */
  unassigned: boolean
}

/** Ids of the first rows of all runs together, and what the words of the query depend on. */
export function alongRuns(runs: readonly Run[], asked: Asked): { ids: SQL; shape: string } {
  return dialect === 'postgres' ? asJoin(runs, asked) : asUnion(runs, asked)
}

/** Written out and not bound: only so can the engines use their partial indexes. */
const OPEN = sql.raw('closed_at = 0 and leads')

function asJoin(runs: readonly Run[], { dueBy, after, limit, unassigned }: Asked) {
  const { unit, kind, state, dueDay, id } = workItems
  const some = [runs.filter((run) => run.unit === null), runs.filter((run) => run.unit !== null)]
  const parts = some
    .filter((each) => each.length > 0)
    .map(
      (each) =>
        sql`select found.id, found.due_day from (values ${sql.join(
          each.map(
            (run) => sql`(cast(${run.unit} as text), cast(${run.kind} as text), cast(${run.state} as text))`,
          ),
          sql`, `,
        )}) run (unit, kind, state) cross join lateral (select ${id}, ${dueDay} from ${workItems} where ${OPEN} and ${
          each[0]?.unit === null ? sql`` : sql`${unit} = run.unit and `
        }${kind} = run.kind and ${state} = run.state${limits({
          assignee: unassigned,
          after: after && [sql`${after.dueDay}`, sql`${after.id}`],
          dueBy: dueBy === undefined ? null : sql`${dueBy}`,
        })} order by ${dueDay}, ${id} limit ${limit}) found`,
    )
  return { ids: firstOf(parts, sql`${limit}`), shape: '' }
}

function asUnion(runs: readonly Run[], { dueBy, after, unassigned }: Asked) {
  const { unit, kind, state, dueDay, id } = workItems
  const limit = sql`${sql.placeholder('limit')}`
  const parts = runs.map(
    (run, i) =>
      sql`select id, due_day from (select ${id}, ${dueDay} from ${workItems} where ${OPEN} and ${
        run.unit === null ? sql`` : sql`${unit} = ${sql.placeholder(`unit${i}`)} and `
      }${kind} = ${sql.placeholder(`kind${i}`)} and ${state} = ${sql.placeholder(`state${i}`)}${limits({
        assignee: unassigned,
        after: after && [sql`${sql.placeholder('afterDay')}`, sql`${sql.placeholder('afterId')}`],
        dueBy: dueBy === undefined ? null : sql`${sql.placeholder('dueBy')}`,
      })} order by ${dueDay}, ${id} limit ${limit}) run`,
  )
  const units = runs.map((run) => (run.unit === null ? 'a' : 'u')).join('')
  return {
    ids: firstOf(parts, limit),
    shape: `${units} ${after !== null} ${dueBy !== undefined} ${unassigned}`,
  }
}

/** The values for the placeholders of a union. */
export function valuesOfRuns(
  runs: readonly Run[],
  { dueBy, after, limit }: Asked,
): Record<string, string | number> {
  const values: Record<string, string | number> = { limit }
  runs.forEach((run, i) => {
    Object.assign(values, { [`kind${i}`]: run.kind, [`state${i}`]: run.state, [`unit${i}`]: run.unit })
  })
  return { ...values, ...(after && { afterDay: after.dueDay, afterId: after.id }), ...(dueBy && { dueBy }) }
}

function firstOf(parts: readonly SQL[], limit: SQL): SQL {
  return sql`select id from (${sql.join([...parts], sql` union all `)}) runs order by due_day, id limit ${limit}`
}

function limits(asked: { assignee: boolean; after: [SQL, SQL] | null; dueBy: SQL | null }): SQL {
  const { assignee, dueDay, id } = workItems
  return sql.join([
    asked.assignee ? sql` and ${assignee} = ''` : sql``,
    asked.after ? sql` and (${dueDay}, ${id}) > (${asked.after[0]}, ${asked.after[1]})` : sql``,
    asked.dueBy ? sql` and ${dueDay} <= ${asked.dueBy}` : sql``,
  ])
}
