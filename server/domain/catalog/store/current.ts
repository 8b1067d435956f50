import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Reader, Tx } from '#db'
import { catalogCurrent, catalogDocuments } from '#db/schema/catalog.ts'

export type CurrentRow = typeof catalogCurrent.$inferSelect

/** A document that counts now, with its content. */
export interface CurrentDocument extends CurrentRow {
  body: unknown
}

const CHUNK = 200

/** The rows of these documents, by `kind code`. */
export async function currentRows(
  reader: Reader,
  documents: readonly { kind: string; code: string }[],
): Promise<Map<string, CurrentRow>> {
  const found = new Map<string, CurrentRow>()
  for (const [kind, codes] of byKind(documents))
    for (let i = 0; i < codes.length; i += CHUNK) {
      const rows = await reader
        .select()
        .from(catalogCurrent)
        .where(and(eq(catalogCurrent.kind, kind), inArray(catalogCurrent.code, codes.slice(i, i + CHUNK))))
      for (const row of rows) found.set(`${kind} ${row.code}`, row)
    }
  return found
}

function byKind(documents: readonly { kind: string; code: string }[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { kind, code } of documents) {
    const list = lists.get(kind)
    if (list) list.push(code)
    else lists.set(kind, [code])
  }
  return lists
}

/** Every column but the key, as the row that came in conflict has it. */
const REPLACED = {
  documentId: sql`excluded.document_id`,
  version: sql`excluded.version`,
  hash: sql`excluded.hash`,
  edition: sql`excluded.edition`,
  resident: sql`excluded.resident`,
  fileHash: sql`excluded.file_hash`,
  bundleId: sql`excluded.bundle_id`,
  division: sql`excluded.division`,
  department: sql`excluded.department`,
  title: sql`excluded.title`,
  removedAt: sql`excluded.removed_at`,
}

/** Puts rows in place of those of the same documents. */
export async function putCurrent(tx: Tx, rows: readonly CurrentRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK)
    await tx
      .insert(catalogCurrent)
      .values(rows.slice(i, i + CHUNK))
      .onConflictDoUpdate({ target: [catalogCurrent.kind, catalogCurrent.code], set: REPLACED })
}

/** What processes hold in memory, as far as it changed after an edition. */
export async function residentsSince(reader: Reader, edition: number): Promise<CurrentDocument[]> {
  const { resident, kind, documentId } = catalogCurrent
  return documents(reader, and(eq(resident, true), gt(catalogCurrent.edition, edition)), [kind, documentId])
}

/** Everything that changed after a place in the order of editions, a page of it. */
export async function changedSince(
  reader: Reader,
  after: { edition: number; kind: string; code: string },
  limit: number,
): Promise<CurrentDocument[]> {
  const { edition, kind, code } = catalogCurrent
  const later = or(
    gt(edition, after.edition),
    and(eq(edition, after.edition), gt(kind, after.kind)),
    and(eq(edition, after.edition), eq(kind, after.kind), gt(code, after.code)),
  )
  // The first line lets the index begin in the right place.
  return documents(reader, and(gte(edition, after.edition), later), [edition, kind, code], limit)
}

/** One document that counts now. */
export async function currentDocument(
  reader: Reader,
  kind: string,
  code: string,
): Promise<CurrentDocument | undefined> {
  const [row] = await documents(reader, and(eq(catalogCurrent.kind, kind), eq(catalogCurrent.code, code)))
  return row
}

/** Several documents of a kind. */
export async function currentDocuments(
  reader: Reader,
  kind: string,
  codes: readonly string[],
): Promise<CurrentDocument[]> {
  if (codes.length === 0) return []
  return documents(reader, and(eq(catalogCurrent.kind, kind), inArray(catalogCurrent.code, [...codes])))
}

/** What the city's files brought and what is offered still. */
export async function rowsFromFiles(reader: Reader): Promise<CurrentRow[]> {
  return reader
    .select()
    .from(catalogCurrent)
    .where(and(isNotNull(catalogCurrent.fileHash), isNull(catalogCurrent.removedAt)))
}

export interface CurrentFilter {
  kind?: string
  /** What is no longer offered, instead of what is. */
  removed?: boolean
  /** Null: of no division, so of the whole city. */
  division?: string | null
  department?: string
  /** Part of a code or of a title. */
  words?: string
}

/**
 * A page of what is offered, by code. Words are looked for in what is resident; items of divisions, the same thing
 * again and again, are found by how their code begins.
 */
export async function currentPage(
  reader: Reader,
  { words, ...filter }: CurrentFilter,
  after: string,
  limit: number,
): Promise<CurrentRow[]> {
  const { code, resident } = catalogCurrent
  const page = (found?: SQL) =>
    reader
      .select()
      .from(catalogCurrent)
      .where(and(matching(filter), gt(code, after), found))
      .orderBy(asc(code))
      .limit(limit)
  if (!words) return page()
  const rows = [
    ...(await page(and(eq(resident, true), containing(words)))),
    ...(await page(and(eq(resident, false), gte(code, words), lt(code, `${words}~`)))),
  ]
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1)).slice(0, limit)
}

/** The same page with contents. */
export async function documentPage(
  reader: Reader,
  filter: CurrentFilter,
  after: string,
  limit: number,
): Promise<CurrentDocument[]> {
  return documents(
    reader,
    and(matching(filter), gt(catalogCurrent.code, after)),
    [catalogCurrent.code],
    limit,
  )
}

/** How many documents match, by department. */
export async function countByDepartment(
  reader: Reader,
  filter: CurrentFilter,
): Promise<{ department: string | null; count: number }[]> {
  const rows = await reader
    .select({ department: catalogCurrent.department, count: sql`count(*)` })
    .from(catalogCurrent)
    .where(matching(filter))
    .groupBy(catalogCurrent.department)
    .orderBy(catalogCurrent.department)
  return rows.map(({ department, count }) => ({ department, count: Number(count) }))
}

/** How many documents there are of each kind, those no longer offered among them: counted from the key alone. */
export async function countByKind(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader
    .select({ kind: catalogCurrent.kind, count: sql`count(*)` })
    .from(catalogCurrent)
    .groupBy(catalogCurrent.kind)
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]))
}

function matching({ kind, removed, division, department }: Omit<CurrentFilter, 'words'>): SQL | undefined {
  return and(
    removed ? isNotNull(catalogCurrent.removedAt) : isNull(catalogCurrent.removedAt),
    kind === undefined ? undefined : eq(catalogCurrent.kind, kind),
    ofDivision(division),
    department === undefined ? undefined : eq(catalogCurrent.department, department),
  )
}

function ofDivision(division: string | null | undefined): SQL | undefined {
  if (division === undefined) return undefined
  return division === null ? isNull(catalogCurrent.division) : eq(catalogCurrent.division, division)
}

/** In a code or a title, whatever the case; `%` and `_` are only text. */
function containing(words: string): SQL {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { title, code } = catalogCurrent
  return sql`(lower(${title}) like ${pattern} escape '\\' or lower(${code}) like ${pattern} escape '\\')`
}

async function documents(
  reader: Reader,
  where: SQL | undefined,
  order: SQLiteColumn[] = [catalogCurrent.code],
  limit?: number,
): Promise<CurrentDocument[]> {
  const query = reader
    .select({ current: catalogCurrent, body: catalogDocuments.body })
    .from(catalogCurrent)
    .innerJoin(catalogDocuments, eq(catalogDocuments.id, catalogCurrent.documentId))
    .where(where)
    .orderBy(...order)
  const rows = await (limit === undefined ? query : query.limit(limit))
  return rows.map(({ current, body }) => ({ ...current, body }))
}
