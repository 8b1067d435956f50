import type { Act } from '../act.ts'
import { readSetting, writeSetting } from '../settings/index.ts'

/** The setting that says which publication was the last: a moment, but later than every one before it. */
const EDITION = 'catalog.edition'

/** The edition that is published now; 0 before there is one. */
export async function editionNow(reader: Parameters<typeof readSetting>[0]): Promise<number> {
  return Number((await readSetting(reader, EDITION)) ?? 0)
}

/** Takes the next edition. Publications wait for each other here until their commit. */
export async function nextEdition({ tx, at }: Pick<Act, 'tx' | 'at'>): Promise<number> {
  await writeSetting(tx, 'catalog.publishing', at)
  const edition = Math.max(at, (await editionNow(tx)) + 1)
  await writeSetting(tx, EDITION, edition)
  return edition
}
