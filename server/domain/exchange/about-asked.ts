import type { Resource } from '#shared/catalog/documents.ts'
import { isNaming } from '#shared/exchange/numbers.ts'
import { ExchangeError, type RegisterRow } from '../../connectors/exchange/connector.ts'

/** More rows than this are no answer to a question about one person, one enterprise or one building. */
const MOST_ROWS = 100

/** Numbers of people and organisations, and of papers: registers write them in one way only. */
const EXACT = /No$/u

/** The fields by which estates and leases say where they are, and accounts whose they are. */
const BESIDE = ['address', 'name']

type Params = Readonly<Record<string, string>>

/** The numbers a question is asked with that an answer must repeat, so that it is known whom a row is about. */
export function repeated(
  { inputs, outputs }: Pick<Resource, 'inputs' | 'outputs'>,
  params: Params,
): string[] {
  const isNumber = (name: string) => isNaming(name) || EXACT.test(name)
  return inputs.filter((name) => params[name] && outputs.includes(name) && isNumber(name))
}

/**
 * The place or the name a question is asked with beside somebody's number, which an answer must repeat as well: who
 * lends one estate does not let all of theirs be read, and a number that is typed with another's name is no proof.
 */
export function placesIn(
  { inputs, outputs }: Pick<Resource, 'inputs' | 'outputs'>,
  params: Params,
): string[] {
  if (!Object.keys(params).some(isNaming)) return []
  return BESIDE.filter((name) => inputs.includes(name) && outputs.includes(name) && params[name])
}

/**
 * The rows about those who were asked about. What a register says about others is let go unseen.
 * @param numbers names of the numbers that every row must repeat
 * @param places names of the places, and of names; rows about others are no fault of the register
 * @throws ExchangeError bad-answer when there are too many rows, or none of them is about those
 */
export function rowsAbout(
  rows: readonly RegisterRow[],
  numbers: readonly string[],
  params: Params,
  places: readonly string[] = [],
): RegisterRow[] {
  if (rows.length > MOST_ROWS) throw new ExchangeError('bad-answer', `${rows.length} rows were answered`)
  const about = rows.filter((row) => numbers.every((name) => isSame(row[name], params[name])))
  if (rows.length > 0 && about.length === 0)
    throw new ExchangeError('bad-answer', 'no row repeats the number that was asked with')
  return about.filter((row) => places.every((name) => row[name] === params[name]))
}

/** The check letter of a resident id is written small by some. */
function isSame(said: RegisterRow[string] | undefined, asked: string | undefined): boolean {
  return typeof said === 'string' && said.toUpperCase() === asked?.toUpperCase()
}
