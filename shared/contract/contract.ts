import type { GenericSchema, InferOutput } from 'valibot'

export type Method = 'GET' | 'POST'

/** One endpoint: where it is, what it takes, what it answers. Both sides of the wire use the same object. */
export interface Contract<Schema extends GenericSchema = GenericSchema, Answer = unknown> {
  method: Method
  /** With `:name` for parts of the path, which become input of the same name. */
  path: string
  /** Checks path, query and body together. */
  input: Schema
  /** Only a type: what the endpoint answers. */
  answer?: Answer
}

export type InputOf<C> = C extends Contract<infer Schema, unknown> ? InferOutput<Schema> : never
export type AnswerOf<C> = C extends Contract<GenericSchema, infer Answer> ? Answer : never

/** Names the type of an answer: `get('/api/x', schema, answers<View>())`. */
export function answers<Answer>(): Answer | undefined {
  return undefined
}

export function get<S extends GenericSchema, A>(
  path: string,
  input: S,
  _answer: A | undefined,
): Contract<S, A> {
  return { method: 'GET', path, input }
}

export function post<S extends GenericSchema, A>(
  path: string,
  input: S,
  _answer: A | undefined,
): Contract<S, A> {
  return { method: 'POST', path, input }
}

/** The address of a call: parts of the path filled in, the rest of a GET's input as query. */
export function addressOf(contract: Contract, input: Record<string, unknown> = {}): string {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined && value !== ''))
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(String(value ?? ''))
  })
  if (contract.method !== 'GET' || rest.size === 0) return path
  const query = new URLSearchParams()
  for (const [name, value] of rest) for (const each of [value].flat()) query.append(name, String(each))
  return `${path}?${query}`
}
