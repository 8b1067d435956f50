import { caseForOutside } from '../../cases/index.ts'
import { nothing, type Served, type ServiceCall } from './service.ts'

/**
 * How far a case is, by its number. A system follows the services of the departments its grant names; of a case that
 * has none of them it learns nothing, not even that there is one.
 */
export async function caseState({ look, params, allowed }: ServiceCall): Promise<Served> {
  const no = params.no ?? ''
  if (!/^[\w.-]{1,100}$/.test(no)) return nothing('1004')
  const found = await caseForOutside(look, no)
  const items = found?.items.filter(({ unit }) => allowed.of.includes(unit)) ?? []
  if (!found || items.length === 0) return nothing('3001')
  const { title, state, sentAt, closedAt, applicant, subject, department } = found
  return {
    code: '0',
    rows: [
      {
        no,
        title,
        state,
        sentAt: new Date(sentAt).toISOString(),
        closedAt: closedAt === 0 ? null : new Date(closedAt).toISOString(),
        items: items.map(({ name, department, state: step, dueDay }) => ({
          name,
          department,
          state: step,
          dueDay,
        })),
        applicant,
      },
    ],
    subject,
    provider: department,
    caseNo: no,
  }
}
