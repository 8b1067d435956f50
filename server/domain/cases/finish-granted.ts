import { elementOf, itemOf } from '#shared/catalog/bundle.ts'
import type { CertificateType } from '#shared/catalog/documents.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { takeKnown, showValue } from '#shared/elements/value.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { issueCertificate } from '../certificates/index.ts'
import { tellResource } from '../exchange/index.ts'
import type { Act } from '../act.ts'
import { look, perform, type Asking } from '../perform.ts'
import { moveWork, workOf, type WorkRow } from '../work/index.ts'
import { caseFacts, changeCase, loadCaseById, type LoadedCase } from './load.ts'

/**
 * What granting an item entails: what the decision produces is written through the exchange and becomes a fact of the
 * case, the certificate is issued, and the item is complete. What cannot be issued is held for its department.
 */
export async function finishGranted(who: Asking, workId: string): Promise<void> {
  const item = await look(who, (reading) => workOf(reading.tx, workId))
  if (!item || item.state !== 'deciding') return
  await fetchOutputs(who, item)
  const hold = await issue(who, item)
  await perform(who, async (act) => {
    const now = await workOf(act.tx, workId)
    if (now?.state !== 'deciding') return
    if (hold) await moveWork(act, now, 'hold', { note: hold.note, data: hold.data })
    else await handOver(act, now)
  })
}

/** What exists on paper is handed over under a clock of its own (行政许可法 §44); everything else is there at once. */
async function handOver(act: Act, item: WorkRow): Promise<void> {
  const { bundle } = await loadCaseById(act, item.parentId)
  const { result, service } = itemOf(bundle, item.topic)
  if (result.physical)
    await moveWork(act, item, 'issue', { days: service.deliverDays, legalDays: DELIVERY_DAYS })
  else await moveWork(act, item, 'complete')
}

/** Working days within which a result is handed over, 行政许可法 §44. */
const DELIVERY_DAYS = 10

async function fetchOutputs(who: Asking, item: WorkRow): Promise<void> {
  const { bundle } = await look(who, (reading) => loadCaseById(reading, item.parentId))
  for (const { element, resource } of itemOf(bundle, item.topic).outputs ?? []) {
    // Read anew each time: an output may be made from the one before it.
    const { row } = await look(who, (reading) => loadCaseById(reading, item.parentId))
    if (row.content.facts[element]) continue
    const answer = await tellResource(
      who,
      { kind: 'case', id: row.id, no: row.no, items: [item.topic] },
      {
        resource,
        params: paramsFor(bundle.resources[resource]?.inputs ?? [], row.content),
        requestId: `${item.id}:${element}`,
        item: item.topic,
        law: itemOf(bundle, item.topic).basis[0]?.law.zh ?? '',
      },
    )
    const field = bundle.resources[resource]?.outputs[0] ?? ''
    const { value, fault } = takeKnown(elementOf(bundle, element), answer[field] ?? '', {
      today: dayOf(who.at),
    })
    if (fault || value === undefined) throw new Error(`${resource} gave an unusable ${element}`)
    await addFact(who, item.parentId, element, { value, source: { kind: 'decision', resource, at: who.at } })
  }
}

function paramsFor(inputs: readonly string[], content: CaseContent): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap((element) => {
      const fact = content.facts[element]
      return fact ? [[element, String(fact.value)]] : []
    }),
  )
}

async function addFact(
  who: Asking,
  caseId: string,
  element: string,
  fact: CaseContent['facts'][string],
): Promise<void> {
  await perform(who, async (act) => {
    const { row } = await loadCaseById(act, caseId)
    if (row.content.facts[element]) return
    await changeCase(act, row, {
      content: { ...row.content, facts: { ...row.content.facts, [element]: fact } },
    })
    act.note({ verb: 'cases.addFact', subjectKind: 'case', subjectId: caseId, detail: { element } })
  })
}

/** Issues the item's certificate; answers why it must be held when it cannot be. */
async function issue(
  who: Asking,
  item: WorkRow,
): Promise<{ note: string; data: Record<string, unknown> } | null> {
  const loaded = await look(who, (reading) => loadCaseById(reading, item.parentId))
  const { bundle, row } = loaded
  const type = bundle.certificateTypes[itemOf(bundle, item.topic).result.certificate ?? '']
  const issuer = type && bundle.departments[type.issuer]
  if (!type || !issuer) return null
  const values = printedValues(loaded, who.at)
  try {
    await issueCertificate(who, {
      type,
      issuer,
      ownerId: row.applicantId,
      caseId: row.id,
      workId: item.id,
      values,
      facts: facesFacts(loaded, type),
      holder: {
        name: values[type.holder.name] ?? '',
        residentId: (type.holder.residentId && values[type.holder.residentId]) || null,
      },
    })
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'glyph_missing') throw error
    const characters = String(error.detail.params?.characters ?? '')
    return {
      note: `证照上的“${characters}”字暂时无法印制，我们正在处理，不需要您做什么。`,
      data: { characters },
    }
  }
}

/** The facts that stand on a certificate's face. */
function facesFacts({ row }: LoadedCase, { layout, holder }: CertificateType): Record<string, FactValue> {
  const printed = layout.flatMap((block) =>
    block.block === 'pairs' ? block.pairs.map(({ element }) => element) : [],
  )
  const codes = [...printed, holder.name, ...(holder.residentId ? [holder.residentId] : [])]
  return Object.fromEntries(
    codes.flatMap((code) => {
      const fact = row.content.facts[code]
      return fact ? [[code, fact.value]] : []
    }),
  )
}

/** Every fact of the case as it is printed. */
function printedValues({ bundle, row }: LoadedCase, at: number): Record<string, string> {
  const facts = caseFacts(bundle, row.content, at)
  return Object.fromEntries(
    Object.keys(row.content.facts).flatMap((code) => {
      const fact = facts(code)
      return fact ? [[code, showValue(elementOf(bundle, code), fact.value, 'zh')]] : []
    }),
  )
}
