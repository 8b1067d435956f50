const kept = new WeakMap<object, Map<string, unknown>>()

/**
 * A prepared query, built once per connection: building one with drizzle costs twelve times its execution. On SQLite
 * the connection lives as long as the process; on PostgreSQL a transaction has its own.
 * @param on the Reader or Tx it runs on
 * @param name unique for the query within the product
 */
export function prepared<On extends object, Query>(on: On, name: string, build: (on: On) => Query): Query {
  let queries = kept.get(on)
  if (!queries) kept.set(on, (queries = new Map()))
  let query = queries.get(name) as Query | undefined
  if (!query) queries.set(name, (query = build(on)))
  return query
}
