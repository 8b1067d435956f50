import { promisedFor } from '#shared/cases/promised.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Act, Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { workOf, type WorkRow } from '../work/index.ts'
import { materialsFor } from './later.ts'
import { caseFacts } from './load.ts'
import { caseById } from './store.ts'

/** The materials of an item that rest on a promise. */
export function promisesOf(
  bundle: Bundle,
  content: CaseContent,
  item: Pick<WorkRow, 'topic'>,
  at: number,
): string[] {
  const facts = caseFacts(bundle, content, at)
  const { signed = [], agreements = [] } = content
  const byOthers = agreements.flatMap(
    ({ role }) => bundle.lifeEvent.participants?.find(({ code }) => code === role)?.signs ?? [],
  )
  const codes = [...signed.map(({ material }) => material), ...byOthers]
  return promisedFor(bundle, item.topic, materialsFor(bundle, item, facts), codes, facts)
}

/** On whose promise an item rests: the enterprise's, or the person's; undefined when it rests on none. */
export async function promiserOf(act: Act | Look, workId: string): Promise<string | undefined> {
  const item = await workOf(act.tx, workId)
  if (!item || item.kind !== 'caseItem') return undefined
  const row = await caseById(act.tx, item.parentId)
  if (!row) return undefined
  const bundle = await bundleOf(act.tx, row.bundleId)
  if (promisesOf(bundle, row.content, item, act.at).length === 0) return undefined
  return row.organisationId || row.applicantId
}
