import type {
  CertificateType,
  LifeEvent,
  LookupPlan,
  Material,
  Policy,
  Resource,
  ServiceItem,
} from '../catalog/documents.ts'
import { elementsOf, type Condition } from '../rules/condition.ts'
import { say, type Lang } from '../text.ts'
import { fieldsChoosing } from './only.ts'
import { policyItem } from './grant.ts'

/** What a catalogue says about who looks up what. */
export interface UsingCatalog {
  resources: readonly Resource[]
  items: readonly ServiceItem[]
  materials: readonly Material[]
  lifeEvents: readonly LifeEvent[]
  policies: readonly Policy[]
  certificateTypes: readonly CertificateType[]
  enterpriseProfile: readonly LookupPlan[]
}

/**
 * One field of a resource that a service item (or a policy) really uses, and the element it becomes there; none when it
 * only says whether a row counts.
 */
export interface FieldUse {
  resource: string
  field: string
  element: string
  /** Code of the item, or `policy:` and the code of a policy. */
  item: string
  unit: string
  /** The rule it rests on: the first of the item's. */
  basis: string
  /** The life event whose form is filled in; empty for what is told on granting and for policies. */
  lifeEvent: string
}

/**
 * Which service uses which fields of which resource (应用场景清单), read off what forms, decisions and policies do with
 * them. An element that no item needs by itself decides about the application as a whole: it counts for the item that
 * leads it.
 */
export function usesOf(catalog: UsingCatalog): FieldUse[] {
  const items = new Map(catalog.items.map((item) => [item.code, item]))
  return [
    ...catalog.lifeEvents.flatMap((event) => usesOfEvent(event, items, catalog)),
    ...catalog.items.flatMap((item) => toldBy(item, catalog.resources)),
    ...catalog.policies.flatMap((policy) => usesOfPolicy(policy, catalog.enterpriseProfile)),
  ]
}

function usesOfEvent(
  event: LifeEvent,
  items: ReadonlyMap<string, ServiceItem>,
  catalog: UsingCatalog,
): FieldUse[] {
  const parts = event.items.flatMap((bundled) => {
    const item = items.get(bundled.item)
    if (!item) return []
    const own = [bundled.include, bundled.startWhen?.rule].flatMap(inCondition)
    return [{ item, alwaysIn: !bundled.include, needs: new Set([...own, ...needsOf(item, catalog)]) }]
  })
  const leading = parts.find(({ alwaysIn }) => alwaysIn) ?? parts[0]
  return event.lookups.flatMap((plan) => {
    const { resource, gives } = plan
    const uses = Object.entries(gives).flatMap(([element, field]) => {
      const needing = parts.filter(({ needs }) => needs.has(element))
      const users = needing.length > 0 || !leading ? needing : [leading]
      return users.map(({ item }) => ({ resource, field, element, ...user(item), lifeEvent: event.code }))
    })
    // Whoever uses a row has to see whether it counts.
    const choosing = fieldsChoosing(plan).flatMap((field) =>
      uses.map((use) => ({ ...use, field, element: '' })),
    )
    return [...uses, ...choosing]
  })
}

/** Every element that an item asks for, decides by or prints. */
function needsOf(item: ServiceItem, { materials, certificateTypes }: UsingCatalog): string[] {
  const asked = new Set(item.materials)
  const conditions = [
    ...item.needs.map(({ when }) => when),
    ...(item.promisedDaysIf ?? []).map(({ when }) => when),
    ...(item.specialProcedures ?? []).map(({ when }) => when),
    ...materials.filter(({ code }) => asked.has(code)).map(({ when }) => when),
    item.publicity?.when,
    item.commitment?.when,
    item.instant?.rule,
  ]
  const face = certificateTypes.find(({ code }) => code === item.result.certificate)
  return [
    ...item.needs.map(({ element }) => element),
    ...conditions.flatMap(inCondition),
    ...(face ? onFace(face) : []),
  ]
}

function inCondition(condition: Condition | undefined): string[] {
  return condition ? elementsOf(condition) : []
}

function onFace({ layout, holder }: CertificateType): string[] {
  const printed = layout.flatMap((block) => (block.block === 'pairs' ? block.pairs : []))
  return [
    ...printed.map(({ element }) => element),
    holder.name,
    ...(holder.residentId ? [holder.residentId] : []),
  ]
}

/** The register that is told of a decision answers with the number it gave: its first field. */
function toldBy(item: ServiceItem, resources: readonly Resource[]): FieldUse[] {
  return (item.outputs ?? []).flatMap(({ element, resource }) => {
    const field = resources.find(({ code }) => code === resource)?.outputs[0]
    return field === undefined ? [] : [{ resource, field, element, ...user(item), lifeEvent: '' }]
  })
}

function usesOfPolicy({ code, department, basis, rule }: Policy, profile: readonly LookupPlan[]): FieldUse[] {
  const asked = new Set(elementsOf(rule))
  return profile.flatMap(({ resource, gives }) =>
    Object.entries(gives)
      .filter(([element]) => asked.has(element))
      .map(([element, field]) => ({
        resource,
        field,
        element,
        item: policyItem(code),
        unit: department,
        basis: basis[0]?.zh ?? '',
        lifeEvent: '',
      })),
  )
}

function user({ code, department, basis }: ServiceItem): Pick<FieldUse, 'item' | 'unit' | 'basis'> {
  return { item: code, unit: department, basis: basisOf({ basis }, 'zh') }
}

/** The first rule that gives an item its task, as it is cited: the law, and of the clause what stands before the colon. */
export function basisOf({ basis }: Pick<ServiceItem, 'basis'>, lang: Lang): string {
  const [first] = basis
  if (!first) return ''
  const [article = ''] = say(first.clause, lang).split(lang === 'zh' ? '：' : ': ')
  return say(first.law, lang) + (lang === 'zh' ? '' : ', ') + article
}
