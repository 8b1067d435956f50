import { createHash } from 'node:crypto'
import { blind } from '#db'
import type { Act } from '../act.ts'
import { hashPassword } from './password.ts'
import { insertAll } from './store.ts'

/** People, organisations and staff to be given accounts, e.g. those of the demo city. */
export interface NewAccounts {
  password: string
  people: {
    login: string
    name: string
    residentId: string
    phone: string
    organisations?: { creditCode: string; name: string; scope: string; validTo: string }[]
  }[]
  staff: { login: string; name: string; posts: { unit: string; role: string }[] }[]
}

/** Prepared outside the transaction: one scrypt hash serves all demo accounts. */
export async function createAccounts(input: NewAccounts): Promise<(act: Act) => Promise<void>> {
  const secret = await hashPassword(input.password)
  return async (act) => {
    const createdAt = act.at
    const agents = input.people.flatMap((person) =>
      (person.organisations ?? []).map((org) => ({ person, org })),
    )
    await insertAll(act.tx, {
      people: input.people.map(({ name, residentId, phone }) => ({
        id: personId(residentId),
        name,
        residentId,
        residentIdBlind: blind(residentId),
        phone,
        createdAt,
      })),
      organisations: agents.map(({ org }) => ({
        id: stableId('organisation', org.creditCode),
        creditCode: org.creditCode,
        name: org.name,
      })),
      accounts: [
        ...input.people.map((person) => ({
          id: stableId('account', person.login),
          kind: 'person' as const,
          login: person.login,
          secret,
          name: person.name,
          personId: personId(person.residentId),
          demo: true,
          createdAt,
        })),
        ...input.staff.map((staff) => ({
          id: stableId('account', staff.login),
          kind: 'staff' as const,
          login: staff.login,
          secret,
          name: staff.name,
          personId: null,
          demo: true,
          createdAt,
        })),
      ],
      posts: input.staff.flatMap((staff) =>
        staff.posts.map((post) => ({
          id: stableId('post', staff.login, post.unit, post.role),
          accountId: stableId('account', staff.login),
          ...post,
        })),
      ),
      mandates: agents.map(({ person, org }) => ({
        id: stableId('mandate', person.residentId, org.creditCode),
        personId: personId(person.residentId),
        organisationId: stableId('organisation', org.creditCode),
        scope: org.scope,
        validTo: org.validTo,
      })),
    })
    act.note({
      verb: 'identity.createAccounts',
      subjectKind: 'city',
      subjectId: 'demo',
      detail: { people: input.people.length, staff: input.staff.length },
    })
  }
}

function personId(residentId: string): string {
  return stableId('person', blind(residentId))
}

/** The same thing gets the same id, so that loading the demo city again changes nothing. */
function stableId(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}
