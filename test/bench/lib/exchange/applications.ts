import Database from 'better-sqlite3'
import { fillDraft } from '../../../support/newborn.ts'
import { city, personOf } from '../../../e2e/support/city.ts'
import { now } from '#domain/clock.ts'
import type { LookupRequest } from '#domain/exchange/index.ts'
import { decideConsent } from '#domain/forms/index.ts'
import type { Asking } from '#domain/perform.ts'
import { copyDraft, LOGIN } from '../prepared.ts'

/** A look-up of an application, as the log has it. */
interface Asked {
  resource: string
  asked: string[]
  groundKind: string
  ground: string
  /** 0 while there is no answer. */
  answeredAt: number
}

/** Newborn applications of one mother, each a draft of its own that stands before its consent. */
export interface Applications {
  /** So many more of them. */
  take(count: number): Promise<string[]>
  /** She agrees: everything is looked up and filled in. Answers the milliseconds until the page could be shown. */
  fillIn(draft: string): Promise<number>
  /** What an application asked, as the log has it. */
  askedBy(draft: string): Asked[]
}

/** Everything a mother can want, so that every register of the life event is asked. */
const ANSWERS = {
  'situation.extras': [
    'medical-insurance',
    'social-security-card',
    'vaccination-record',
    'birth-registration',
    'maternity-reimbursement',
  ],
  'situation.costSettled': 'no',
}

export async function newbornApplications(who: Asking, file: string): Promise<Applications> {
  const first = await fillDraft(who, ANSWERS, 'agree', 'consent')
  return {
    take: (count) => copyDraft(file, first, count),
    async fillIn(draft) {
      const from = performance.now()
      await decideConsent({ ...who, at: now() }, { draft, decision: 'agree' })
      return performance.now() - from
    },
    askedBy(draft) {
      const database = new Database(file, { readonly: true })
      const rows = database
        .prepare<[string], Omit<Asked, 'asked'> & { asked: string }>(
          'select resource, asked, ground_kind as groundKind, ground, answered_at as answeredAt from lookup_log where matter_id = ? and cached = 0 order by id',
        )
        .all(draft)
      database.close()
      return rows.map((row) => ({ ...row, asked: JSON.parse(row.asked) as string[] }))
    },
  }
}

/** What an application asked about the mother herself, as questions that can be put again under her consent. */
export function questionsOf(applications: Applications, draft: string): LookupRequest[] {
  const { residentId } = personOf(LOGIN)
  return applications
    .askedBy(draft)
    .filter(({ groundKind }) => groundKind === 'consent')
    .map(({ resource, asked, ground }) => ({
      key: resource,
      resource,
      params: { [inputOf(resource)]: residentId },
      wants: asked,
      ground: { kind: 'consent', id: ground },
      fresh: true,
    }))
}

/** The field that a resource is asked by. */
function inputOf(resource: string): string {
  return city.resources.find(({ code }) => code === resource)?.inputs[0] ?? ''
}
