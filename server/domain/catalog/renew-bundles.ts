import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Act } from '../act.ts'
import { publishedCatalog } from './published-catalog.ts'
import { hashOf } from './hash.ts'
import { bundlesFor } from './resolve.ts'
import { insertBundle } from './store/bundles.ts'
import { currentRows, putCurrent, type CurrentRow } from './store/current.ts'

/** Makes bundles anew after a publication; the life events that come out different get them in this edition. */
export async function renewBundles(
  act: Pick<Act, 'tx' | 'at'>,
  edition: number,
  changed: readonly CurrentRow[],
): Promise<void> {
  if (changed.every(({ resident }) => !resident) && changed.every(({ kind }) => kind === 'item')) return
  const catalog = await publishedCatalog(act.tx)
  const events = catalog.lifeEvent.map(({ code }) => ({ kind: 'lifeEvent', code }))
  const items = catalog.item.map(({ code }) => ({ kind: 'item', code }))
  const known = await currentRows(act.tx, [...events, ...items])
  const rows: CurrentRow[] = items.flatMap(({ kind, code }) => {
    const row = known.get(`${kind} ${code}`)
    return row && !row.resident ? [{ ...row, resident: true, edition }] : []
  })
  for (const body of bundlesFor(catalog)) {
    const bundle: Bundle = { ...body, id: hashOf(body) }
    const row = known.get(`lifeEvent ${bundle.lifeEvent.code}`)
    if (!row || row.bundleId === bundle.id) continue
    await insertBundle(act.tx, {
      id: bundle.id,
      code: bundle.lifeEvent.code,
      body: bundle,
      publishedAt: act.at,
    })
    rows.push({ ...row, bundleId: bundle.id, edition })
  }
  await putCurrent(act.tx, rows)
}
