import type { Reader } from '#db'
import { unitsThatMay } from '../identity/index.ts'

/** The data office: the department of those who govern the exchange. */
export async function dataOffice(reader: Reader): Promise<string> {
  const [office] = await unitsThatMay(reader, 'exchange.govern')
  if (!office) throw new Error('nobody governs the exchange: give a post a role with exchange.govern')
  return office
}
