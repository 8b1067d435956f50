import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { takeKnown } from '#shared/elements/value.ts'
import { numbersIn } from '#shared/exchange/numbers.ts'
import type { Known } from '#shared/forms/draft.ts'
import { withVouchers } from '#shared/forms/proof.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import type { Look } from '../act.ts'
import { vouchFor } from '../exchange/index.ts'

/** A certificate that is valid now, with the facts on its face. */
export interface HeldCertificate {
  type: string
  facts: Record<string, FactValue>
  /** When it was issued. */
  at: number
}

/** The valid certificates of a person. */
export type ReadWallet = (look: Look, personId: string) => Promise<readonly HeldCertificate[]>

let readWallet: ReadWallet = async () => []

/** Lets drafts look into the wallet, which stands on a higher level; called once when the product starts. */
export function useWallet(read: ReadWallet): void {
  readWallet = read
}

/** What the person's wallet holds now: it need not be handed in, and may fill in what stands on it. */
export function certificatesHeld(look: Look, personId: string): Promise<readonly HeldCertificate[]> {
  return readWallet(look, personId)
}

/**
 * What the wallet fills in, by the life event's plans. Of a type that is held more than once nothing is taken: nobody
 * can say which one is meant.
 */
export function knownsFromWallet(
  { lifeEvent, elements }: Pick<Bundle, 'lifeEvent' | 'elements'>,
  held: readonly HeldCertificate[],
  at: number,
): Record<string, Known> {
  const knowns: Record<string, Known> = {}
  for (const { certificate, gives } of lifeEvent.wallet ?? []) {
    const [only, ...others] = held.filter(({ type }) => type === certificate)
    if (!only || others.length > 0) continue
    for (const [code, printed] of Object.entries(gives)) {
      const element = elements[code]
      const given = only.facts[printed]
      if (!element || given === undefined) continue
      const { value, fault } = takeKnown(element, given, { today: dayOf(at) })
      if (!fault && value !== undefined)
        knowns[code] = { value, source: { kind: 'wallet', certificate, at: only.at }, locked: false }
    }
  }
  return knowns
}

/** With the exchange's word for the people whom a certificate of the holder names: they may be asked about. */
export function vouchedByWallet(draft: string, knowns: Record<string, Known>): Record<string, Known> {
  return Object.fromEntries(
    Object.entries(knowns).map(([code, known]) => {
      const numbers = numbersIn(known.value).map((number) => [number, vouchFor(draft, number)] as const)
      return [code, withVouchers(known, Object.fromEntries(numbers))]
    }),
  )
}
