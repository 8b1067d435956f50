import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import postgres from 'postgres'
import type { Sink, Target } from './bulk.ts'

/** So many characters are sent together. */
const TOGETHER = 256 * 1024

/** Rows into PostgreSQL by COPY, a connection for each table, indexes afterwards. */
export async function bulkIntoPostgres(url: string, tables: readonly string[]): Promise<Sink> {
  const client = postgres(url, { max: tables.length + 1, onnotice: () => {} })
  const indexes = await client<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename in ${client(tables)}
      and indexname not in (select conname from pg_constraint)`
  for (const { name } of indexes) await client.unsafe(`drop index "${name}"`)
  const copies: { end(): Promise<void> }[] = []
  return {
    open(target) {
      const copy = copying(client, target)
      copies.push(copy)
      return copy.add
    },
    async finish() {
      for (const copy of copies) await copy.end()
      const one = await client.reserve()
      await one.unsafe(`set maintenance_work_mem = '512MB'`)
      for (const { definition } of indexes) await one.unsafe(definition)
      // What autovacuum would do within minutes.
      for (const table of tables) await one.unsafe(`vacuum analyze ${table}`)
      one.release()
      await client.end()
    },
  }
}

function copying(client: postgres.Sql, { name, columns }: Target) {
  const opened = client.unsafe(`copy ${name} (${columns.join()}) from stdin`).writable()
  let waiting: string[] = []
  let length = 0

  function take(): string {
    const text = waiting.join('')
    waiting = []
    length = 0
    return text
  }

  async function send(): Promise<void> {
    const text = take()
    const stream = await opened
    if (!stream.write(text)) await once(stream, 'drain')
  }

  return {
    add(values: unknown[]): Promise<void> | undefined {
      const line = `${values.map(fieldOf).join('\t')}\n`
      waiting.push(line)
      length += line.length
      return length < TOGETHER ? undefined : send()
    },
    async end() {
      const stream = await opened
      stream.end(take())
      await finished(stream)
    },
  }
}

/** A value in the text format of COPY. */
function fieldOf(value: unknown): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  const text = String(value)
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => ESCAPES[each] ?? each) : text
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
