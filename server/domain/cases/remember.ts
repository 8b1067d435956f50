import { systemActor } from '#shared/access/actor.ts'
import { rememberForLater } from '../forms/index.ts'
import { asking, perform } from '../perform.ts'
import { loadCaseById } from './load.ts'

/** case.sent → what the applicant gave is there for the next application. Nobody who sends waits for it. */
export async function handleRemember({ caseId = '' }: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('cases'), at), async (act) => {
    const { row, bundle } = await loadCaseById(act, caseId)
    const { applicantId: personId, no: caseNo, sentAt } = row
    await rememberForLater(act, bundle, { personId, caseNo, sentAt, facts: row.content.facts })
  })
}
