import type { Reader } from '#db'
import { personOf } from '../identity/index.ts'
import type { CaseRow } from './store.ts'

/** The name of whoever applied: as it stands in the case, or else in their account. */
export async function applicantName(
  reader: Reader,
  { applicantId, content }: Pick<CaseRow, 'applicantId' | 'content'>,
): Promise<string> {
  const stated = content.facts['applicant.name']?.value
  return stated === undefined ? ((await personOf(reader, applicantId))?.name ?? '') : String(stated)
}
