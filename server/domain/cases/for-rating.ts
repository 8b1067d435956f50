import type { Reader } from '#db'
import type { Text } from '#shared/text.ts'
import { bundleOf } from '../catalog/index.ts'
import { caseByNo } from './store.ts'

/** What the ratings module may know of a case: only its own applicant's, closed or not. */
export interface RatedCase {
  id: string
  no: string
  lifeEvent: string
  title: Text
  /** The department that leads the life event. */
  department: string
  /** 0 while open. */
  closedAt: number
}

export async function caseForRating(
  reader: Reader,
  no: string,
  personId: string,
): Promise<RatedCase | undefined> {
  const row = await caseByNo(reader, no)
  if (!row || row.applicantId !== personId) return undefined
  const { lifeEvent } = await bundleOf(reader, row.bundleId)
  return {
    id: row.id,
    no,
    lifeEvent: row.lifeEvent,
    title: lifeEvent.title,
    department: lifeEvent.department,
    closedAt: row.closedAt,
  }
}
