import type { Reader } from '#db'
import { dataOffice } from '../grants/index.ts'
import { unitsThatMay } from '../identity/index.ts'

/** The department that looked, if somebody there can answer for it; the data office otherwise. */
export async function answeringUnit(reader: Reader, unit: string): Promise<string> {
  const able = await unitsThatMay(reader, 'exchange.answer')
  return able.includes(unit) ? unit : dataOffice(reader)
}
