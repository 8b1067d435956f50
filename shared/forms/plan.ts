import type { Bundle } from '../catalog/bundle.ts'
import { itemOf } from '../catalog/bundle.ts'
import type {
  BundledItem,
  Effect,
  LifeEvent,
  Material,
  ServiceItem,
  SpecialProcedure,
} from '../catalog/documents.ts'
import { alternativesOf, codesIn } from '../catalog/prerequisites.ts'
import type { Condition } from '../rules/condition.ts'
import { holds, mayHold, verdictOf, type Facts } from '../rules/judge.ts'
import type { Text } from '../text.ts'

/** A reason why nothing can be applied for, and the way that remains open. */
export interface Block {
  message: Text
  way?: Text
  source?: Text
  /** The life event that is the right one instead. */
  lifeEvent?: string
}

/** An item that is not part of this application, and why. */
export interface LeftOut {
  item: ServiceItem
  /** The effect's words; absent where the item's own condition says no. */
  message?: Text
  /** The condition of the item that was refuted. */
  include?: Condition
  /** It is the person's free choice, and was not chosen. */
  chosen: boolean
}

/** What a life event comes to under what is known so far: what is in, what is out, and why. */
export interface Plan {
  /** Items of this application, in order. */
  items: ServiceItem[]
  /** Items that a counter must take, with the reason. */
  counter: { item: ServiceItem; reason: Text }[]
  out: LeftOut[]
  notices: Text[]
  /** Reasons why nothing can be applied for; empty when it can. */
  blocked: Block[]
  /** Materials that effects ask for besides those of the items, by item. */
  added: Map<string, string[]>
  /** Materials whose original is shown at a counter, with the reason. */
  originals: Map<string, Text>
  /** Special procedures that lie ahead, by item. */
  procedures: { item: ServiceItem; procedure: SpecialProcedure; message?: Text }[]
}

/** Judges items, effects and eligibility. An item whose condition is still open counts as in. */
export function planOf(bundle: Bundle, facts: Facts): Plan {
  const { lifeEvent } = bundle
  const effects = effectsOf(lifeEvent, facts)
  const switched = effects.flatMap((effect) => (effect.effect === 'switchItem' ? [effect] : []))
  const dropped = spread(lifeEvent, named(effects, 'dropItem', switched))
  const counter = spread(lifeEvent, named(effects, 'counterOnly'))
  const items: ServiceItem[] = []
  const out: LeftOut[] = []
  const atCounter: Plan['counter'] = []
  for (const { item: code, include, chosen = false } of lifeEvent.items) {
    const item = itemOf(bundle, code)
    const message = dropped.get(code)
    const reason = counter.get(code)
    const into = switched.some(({ to }) => to === code)
    if (message) out.push({ item, message, chosen })
    else if (!into && !mayHold(include, facts)) out.push({ item, include, chosen })
    else if (reason) atCounter.push({ item, reason })
    else items.push(item)
  }
  const said = [...effects.flatMap(blockOf), ...notEligible(lifeEvent, facts)]
  return {
    items,
    counter: atCounter,
    out,
    notices: effects
      .filter(
        ({ effect }) => effect === 'notice' || effect === 'preApproval' || effect === 'specialProcedure',
      )
      .map(({ message }) => message),
    blocked: said.length === 0 && items.length === 0 ? nothingOnline(atCounter) : said,
    added: addedMaterials(effects),
    originals: new Map(
      effects.flatMap((effect) =>
        effect.effect === 'showOriginal'
          ? effect.materials.map((material) => [material, effect.message] as const)
          : [],
      ),
    ),
    procedures: items.flatMap((item) => proceduresOf(item, effects, facts)),
  }
}

/** The effects of the questions that are asked, whose condition holds. */
function effectsOf(lifeEvent: LifeEvent, facts: Facts): Effect[] {
  return lifeEvent.situations.flatMap((situation) =>
    situation.effects && holds(situation.showWhen, facts)
      ? situation.effects.filter((effect) => holds(effect.when, facts))
      : [],
  )
}

/** The items that effects of a kind name, each with the first reason; an item switched away is dropped. */
function named(
  effects: readonly Effect[],
  kind: 'dropItem' | 'counterOnly',
  switched: readonly { from: string; message: Text }[] = [],
): Map<string, Text> {
  const found = new Map<string, Text>(switched.map(({ from, message }) => [from, message]))
  for (const effect of effects) {
    if (effect.effect !== kind || !('items' in effect)) continue
    for (const item of effect.items) if (!found.has(item)) found.set(item, effect.message)
  }
  return found
}

/** With those that cannot be without one of them: an item held up holds up only what needs it. */
function spread(lifeEvent: LifeEvent, found: Map<string, Text>): Map<string, Text> {
  if (found.size === 0) return found
  for (const bundled of inOrder(lifeEvent.items)) {
    const cause = bundled.prerequisites
      .map(alternativesOf)
      .find((codes) => codes.every((code) => found.has(code)))
    const reason = cause && found.get(cause[0] ?? '')
    if (reason && !found.has(bundled.item)) found.set(bundled.item, reason)
  }
  return found
}

function blockOf(effect: Effect): Block[] {
  if (effect.effect === 'block') return [{ message: effect.message, way: effect.way, source: effect.source }]
  return effect.effect === 'jump' ? [{ message: effect.message, lifeEvent: effect.lifeEvent }] : []
}

const NOTHING: Text = {
  zh: '按您的回答，没有要在这里办的事。可以回去改答案，或者拨打 12345 问一问。',
  en: 'By your answers there is nothing to apply for here. You can go back and change them, or call 12345.',
}

/** Nothing is left to be sent: the reasons of the counter say what to do, if there are any. */
function nothingOnline(counter: Plan['counter']): Block[] {
  const reasons = [...new Set(counter.map(({ reason }) => reason))]
  return reasons.length > 0 ? reasons.map((message) => ({ message })) : [{ message: NOTHING }]
}

function notEligible({ eligibility }: LifeEvent, facts: Facts): Block[] {
  return eligibility
    .filter(({ rule }) => verdictOf(rule, facts) === 'no')
    .map(({ otherwise, way, source }) => ({ message: otherwise, way, source }))
}

function addedMaterials(effects: readonly Effect[]): Map<string, string[]> {
  const added = new Map<string, string[]>()
  for (const effect of effects)
    if (effect.effect === 'addMaterial')
      added.set(effect.item, [...(added.get(effect.item) ?? []), effect.material])
  return added
}

function proceduresOf(item: ServiceItem, effects: readonly Effect[], facts: Facts): Plan['procedures'] {
  return (item.specialProcedures ?? []).flatMap((procedure) => {
    const effect = effects.find(
      (each) =>
        each.effect === 'specialProcedure' && each.item === item.code && each.procedure === procedure.code,
    )
    return effect || (procedure.when && holds(procedure.when, facts))
      ? [{ item, procedure, message: effect?.message }]
      : []
  })
}

/** Items with every prerequisite before what needs it. Publication has refused cycles. */
export function inOrder(items: readonly BundledItem[]): BundledItem[] {
  const byCode = new Map(items.map((bundled) => [bundled.item, bundled]))
  const ordered = new Set<BundledItem>()
  function visit(bundled: BundledItem): void {
    if (ordered.has(bundled)) return
    for (const code of codesIn(bundled.prerequisites)) {
      const before = byCode.get(code)
      if (before) visit(before)
    }
    ordered.add(bundled)
  }
  for (const bundled of items) visit(bundled)
  return [...ordered]
}

/** Why a material need not be handed in. */
export type MaterialState =
  | { material: Material; state: 'exempt'; by: 'resource' | 'certificate' | 'item'; ref: string }
  /** Signed on the page: as a statement, or as a commitment in place of a document. */
  | { material: Material; state: 'sign' }
  | { material: Material; state: 'upload' }

/** What has been found that makes materials unnecessary. */
export interface FoundInstead {
  /** Resources whose look-up found something. */
  resources: ReadonlySet<string>
  /** Certificate types of which the wallet holds a valid one. */
  certificates: ReadonlySet<string>
  /** A promise of theirs was broken: nothing may be promised in place of a proof. */
  promiseHeld?: boolean
}

/** The materials of the items and of the effects, each once, and how each is given. */
export function materialsOf(
  bundle: Bundle,
  { items, added }: Pick<Plan, 'items' | 'added'>,
  facts: Facts,
  found: FoundInstead,
): MaterialState[] {
  const inCase = new Set(items.map((item) => item.code))
  const codes = new Set(items.flatMap((item) => [...item.materials, ...(added.get(item.code) ?? [])]))
  return [...codes].flatMap((code): MaterialState[] => {
    const material = bundle.materials[code]
    if (!material || !holds(material.when, facts)) return []
    for (const { by, ref } of material.exemptBy) {
      if (by === 'resource' && found.resources.has(ref)) return [{ material, state: 'exempt', by, ref }]
      if (by === 'certificate' && found.certificates.has(ref)) return [{ material, state: 'exempt', by, ref }]
      if (by === 'item' && inCase.has(ref)) return [{ material, state: 'exempt', by, ref }]
      if (by === 'signature' || (by === 'commitment' && !found.promiseHeld))
        return [{ material, state: 'sign' }]
    }
    return [{ material, state: 'upload' }]
  })
}
