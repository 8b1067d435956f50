import { readCity } from '../../db/city/load.ts'
import type { Bundle } from '../../shared/catalog/bundle.ts'
import { takeKnown } from '../../shared/elements/value.ts'
import { numbersIn } from '../../shared/exchange/numbers.ts'
import { factsOfAccount } from '../../shared/forms/account.ts'
import { emptyDraft, type Answer, type DraftContent, type Known } from '../../shared/forms/draft.ts'
import { draftFacts } from '../../shared/forms/facts.ts'
import { inferAnew } from '../../shared/forms/infer.ts'
import { journeyOf, type Journey } from '../../shared/forms/journey.ts'
import { madeLookups, readyLookups } from '../../shared/forms/lookups.ts'
import { withVouchers } from '../../shared/forms/proof.ts'
import type { FactValue } from '../../shared/rules/condition.ts'
import { bundle } from './published.ts'

const city = readCity('db/city')

/** The working day on which the demo city stands. */
const TODAY = '2026-11-23'

export interface KnownDraft extends Journey {
  bundle: Bundle
  /** Elements on pages that are needed and still unknown. */
  toType: string[]
  /** Codes of the items that are in, in their order. */
  itemCodes: string[]
  /** Codes of the materials to hand in; signed ones do not count. */
  toUpload: string[]
}

/**
 * A life event as somebody of the demo city meets it after answering its questions and agreeing to the look-ups:
 * without a database, by the same functions.
 */
export function knownDraft(event: string, login: string, answers: Record<string, Answer>): KnownDraft {
  const found = bundle(event)
  const content: DraftContent = { ...emptyDraft(), answers, knowns: accountKnowns(login) }
  inferAnew(found, content, TODAY)
  for (let asked = -1; asked < Object.keys(content.lookups).length;) {
    asked = Object.keys(content.lookups).length
    lookUp(found, content)
    inferAnew(found, content, TODAY)
  }
  const journey = journeyOf(found, content, TODAY)
  const pages = found.lifeEvent.pages.flatMap(({ elements }) => elements)
  return {
    ...journey,
    bundle: found,
    toType: pages.filter((code) => journey.needs.has(code) && journey.facts(code) === undefined),
    itemCodes: journey.plan.items.map(({ code }) => code),
    toUpload: journey.materials.flatMap(({ state, material }) => (state === 'upload' ? [material.code] : [])),
  }
}

function accountKnowns(login: string): DraftContent['knowns'] {
  const account = city.accounts.accounts.find((each) => each.login === login)
  const person = city.people.find(({ residentId }) => residentId === account?.residentId)
  if (!person?.phone) throw new Error(`there is no account ${login}`)
  const creditCode = account?.mandates?.[0]?.creditCode
  const enterprise = city.enterprises.find((each) => each.creditCode === creditCode)
  const given = factsOfAccount({ ...person, phone: person.phone }, enterprise)
  return Object.fromEntries(given.map(({ element, value }) => [element, known(value)]))
}

function known(value: FactValue): Known {
  return { value, source: { kind: 'account' }, locked: true }
}

function lookUp(found: Bundle, content: DraftContent): void {
  const facts = draftFacts(found, content, TODAY)
  for (const { plan, key, params } of readyLookups(found, content, facts, madeLookups(content))) {
    const all = city.registers.find(({ resource }) => resource === plan.resource)?.rows ?? []
    const rows = all.filter((row) => Object.entries(params).every(([field, value]) => row[field] === value))
    const [row] = rows
    content.lookups[key] = rows.length === 1 ? 'found' : rows.length === 0 ? 'not-found' : 'several'
    if (rows.length !== 1 || !row) continue
    for (const [code, field] of Object.entries(plan.gives)) {
      const element = found.elements[code]
      const value = row[field]
      if (!element || value === undefined) continue
      const taken = takeKnown(element, value, { today: TODAY })
      if (taken.fault || taken.value === undefined) throw new Error(`${plan.resource} gives a wrong ${code}`)
      const source = { kind: 'exchange' as const, resource: plan.resource }
      const { value: fact } = taken
      const vouchers = Object.fromEntries(numbersIn(fact).map((number) => [number, 'the exchange’s word']))
      const known = withVouchers({ value: fact, source, locked: plan.locked.includes(code) }, vouchers)
      content.knowns = { ...content.knowns, [code]: known }
    }
  }
}
