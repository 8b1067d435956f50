import { dayOf, addDays, momentOf } from '#shared/calendar/day.ts'
import type { LooksFilter } from '#shared/contract/my-data.ts'
import type {
  EnterpriseLooksView,
  LooksView,
  LookView,
  OwnLooksView,
  Period,
} from '#shared/exchange/my-view.ts'
import { firstIdAt } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { cardsOf } from './cards.ts'
import { fieldName, itemName } from './names.ts'
import { aroundOf, byOf, lineOf, matterOf } from './present.ts'
import { presentQuestion } from './present-question.ts'
import { ownLook, ownOrganisations, ownSubject, readerOf } from './subject.ts'
import { looksAbout } from './store/log.ts'
import { questionOn } from './store/reports.ts'

/** Look-ups on a page. */
const PAGE = 20

/** Days of a period. */
const DAYS: Readonly<Record<Period, number>> = { month: 30, year: 365 }

/** Who looked at the facts of the person who reads, whoever applied for what, the newest first. */
export async function ownLooks(look: Look, filter: LooksFilter): Promise<OwnLooksView> {
  const page = await pageAbout(look, await ownSubject(look), filter)
  return { ...page, hasEnterprise: (await ownOrganisations(look)).length > 0 }
}

/**
 * Who looked at the facts of an enterprise that the person acts for. The only one is taken by itself.
 * @throws Refusal not_found for any other
 */
export async function enterpriseLooks(
  look: Look,
  { organisation: id = '', ...filter }: LooksFilter & { organisation?: string | undefined },
): Promise<EnterpriseLooksView> {
  const organisations = await ownOrganisations(look)
  const chosen = organisations.find((each) => each.id === id)
  if (id !== '' && !chosen) throw new Refusal('not_found')
  const organisation = chosen ?? (organisations.length === 1 ? organisations[0] : undefined)
  const page = organisation
    ? await pageAbout(look, organisation.creditCode, filter)
    : { cards: [], next: null, departments: [] }
  return { ...page, organisation: organisation ?? null, organisations }
}

async function pageAbout(look: Look, subject: string, filter: LooksFilter): Promise<LooksView> {
  const found = await looksAbout(
    look.tx,
    { subject, before: filter.before, from: fromOf(filter, look.at), unit: filter.unit },
    PAGE + 1,
  )
  const shown = found.slice(0, PAGE)
  const cards = cardsOf(look, shown, await aroundOf(look, shown))
  return {
    cards,
    next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    departments: catalog()
      .all('department')
      .map(({ code, name }) => ({ code, name: say(name, look.lang) })),
  }
}

/** Ids sort by their moment, so a period is a part of them. */
function fromOf({ period }: LooksFilter, at: number): string | undefined {
  return period ? firstIdAt(momentOf(addDays(dayOf(at), -DAYS[period]))) : undefined
}

/** One look-up about the reader, or about an enterprise they act for, whole. */
export async function readLook(look: Look, { lookup }: { lookup: string }): Promise<LookView> {
  const { row, organisation } = await ownLook(look, lookup)
  const around = await aroundOf(look, [row])
  const question = await questionOn(look.tx, row.id, readerOf(look))
  return {
    ...lineOf(row, around, look),
    at: row.at,
    answeredAt: row.answeredAt,
    matterKind: row.matterKind,
    matter: matterOf(row, around),
    item: itemName(row.item, look.lang),
    by: byOf(row, around, look),
    cached: row.cached,
    asked: row.asked.map((field) => ({
      field,
      label: fieldName(row.resource, field, look.lang),
      came: row.fields.includes(field),
    })),
    reportable: catalog().find('resource', row.resource) !== undefined,
    question: question ? await presentQuestion(look, question) : null,
    organisation: organisation && { id: organisation.id, name: organisation.name },
  }
}
