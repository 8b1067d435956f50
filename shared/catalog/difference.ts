/** One place in a document that differs. `from` is absent where something was added, `to` where it went. */
export interface PlaceChange {
  /** `needs[child.name].when`: rows of lists are named by their code where they have one. */
  path: string
  from?: string
  to?: string
}

/** Every place in which two versions of a document differ, in the order of the newer one. */
export function differencesOf(before: unknown, after: unknown): PlaceChange[] {
  return [...compare(before, after, '')]
}

function* compare(before: unknown, after: unknown, path: string): Generator<PlaceChange> {
  if (before === undefined && after === undefined) return
  if (before === undefined || after === undefined) yield changeOf(path, before, after)
  else if (Array.isArray(before) && Array.isArray(after)) yield* compareLists(before, after, path)
  else if (isRecord(before) && isRecord(after)) yield* compareRecords(before, after, path)
  else if (!same(before, after)) yield changeOf(path, before, after)
}

function* compareRecords(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: string,
): Generator<PlaceChange> {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)]))
    yield* compare(before[key], after[key], path === '' ? key : `${path}.${key}`)
}

/** Rows with names of their own are compared by name, others by position. */
function* compareLists(before: unknown[], after: unknown[], path: string): Generator<PlaceChange> {
  const names = namesOf([...before, ...after])
  if (!names) {
    for (let i = 0; i < Math.max(before.length, after.length); i += 1)
      yield* compare(before[i], after[i], `${path}[${i}]`)
    return
  }
  const old = new Map(before.map((each) => [nameIn(each), each]))
  const young = new Map(after.map((each) => [nameIn(each), each]))
  if (old.size !== before.length || young.size !== after.length) {
    if (!same(before, after)) yield changeOf(path, before, after)
    return
  }
  for (const name of new Set([...young.keys(), ...old.keys()]))
    yield* compare(old.get(name), young.get(name), `${path}[${name}]`)
  const kept = [...young.keys()].filter((name) => old.has(name))
  const keptBefore = [...old.keys()].filter((name) => young.has(name))
  if (!same(kept, keptBefore)) yield changeOf(`${path} (order)`, keptBefore.join(', '), kept.join(', '))
}

function namesOf(rows: readonly unknown[]): boolean {
  return rows.length > 0 && rows.every((row) => nameIn(row) !== undefined)
}

/** What people know a row by: its code, or what it is about. */
function nameIn(row: unknown): string | undefined {
  if (typeof row === 'string') return row
  if (!isRecord(row)) return undefined
  for (const key of ['code', 'item', 'element', 'value', 'resource']) {
    const name = row[key]
    if (typeof name === 'string') return name
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whatever order keys come in: a database may keep another one. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a, byKey) === JSON.stringify(b, byKey)
}

function byKey(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function changeOf(path: string, before: unknown, after: unknown): PlaceChange {
  return {
    path,
    ...(before !== undefined && { from: written(before) }),
    ...(after !== undefined && { to: written(after) }),
  }
}

/** A value in one line: texts as they are read, everything else as JSON. */
function written(value: unknown): string {
  if (typeof value === 'string') return value
  if (isRecord(value) && Object.keys(value).length === 2 && 'zh' in value && 'en' in value)
    return `${String(value.zh)} / ${String(value.en)}`
  return JSON.stringify(value)
}
