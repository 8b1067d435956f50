import { itemOf } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { promisedDaysOf } from '#shared/cases/promise.ts'
import { showDay, showMoment } from '#shared/format.ts'
import type { Delivery } from '#shared/cases/content.ts'
import type { OF_CASE, OF_ITEM } from '#shared/catalog/document-template.ts'
import { NO_DUE_DAY } from '#shared/work/clock.ts'
import { catalog } from '../catalog/index.ts'
import type { WorkRow } from '../work/index.ts'
import type { Happened, Told } from './document-acts.ts'
import { caseFacts, type LoadedCase } from './load.ts'
import { lastDayToAnswer } from './terms.ts'

/** What stands in the places of a document's text; undefined where there is nothing to say. */
export type Values<Name extends string = string> = Record<Name, string | undefined>

/** What a document may say of its case. */
export function valuesOfCase(
  { row, bundle }: LoadedCase,
  { at, office, happened }: Told,
): Values<(typeof OF_CASE)[number]> {
  const issuer = catalog().one('department', office)
  return {
    case: row.no,
    event: bundle.lifeEvent.title.zh,
    sent: showMoment(row.sentAt, 'zh'),
    applicant: addresseeOf(row),
    office: issuer.name.zh,
    phone: issuer.phone,
    day: showDay(dayOf(at), 'zh'),
    moment: showMoment(at, 'zh'),
    count: String(new Set(happened.map(({ item }) => item.id)).size),
  }
}

/** Whom the documents of a case are addressed to: the enterprise it is for, or the person. */
export function addresseeOf({ organisationId, content }: LoadedCase['row']): string {
  const enterprise = organisationId === '' ? undefined : content.facts['enterprise.name']?.value
  return String(enterprise ?? content.facts['applicant.name']?.value ?? '')
}

/** What a document may say of one item that it is about. */
export function valuesOfItem(
  loaded: LoadedCase,
  { item, event }: Happened,
): Values<(typeof OF_ITEM)[number]> {
  const { row, bundle } = loaded
  const document = itemOf(bundle, item.topic)
  const promised = promisedDaysOf(document, caseFacts(bundle, row.content, event.at))
  const procedure = document.specialProcedures?.find(({ code }) => code === event.data.procedure)
  const delivery = row.content.deliveries?.[item.topic]
  const { days } = event.data
  return {
    item: document.name.zh,
    department: catalog().one('department', item.unit).shortName.zh,
    promise: promised === 0 ? '当场' : `${promised} 个工作日`,
    days: typeof days === 'number' ? String(days) : undefined,
    due: dueOf(item),
    legal: shownDay(item.legalDay),
    answer: shownDay(lastDayToAnswer({ id: item.id, state: event.toState }, [event])),
    note: event.note ?? undefined,
    basis: document.basis.map(({ law, clause }) => `${law.zh}${articleOf(clause.zh)}`).join('、'),
    remedy: document.remedy.zh,
    result: document.result.name.zh,
    paper: document.result.physical ? document.result.name.zh : undefined,
    certificate: bundle.certificateTypes[document.result.certificate ?? '']?.name.zh,
    procedure: procedure?.name.zh,
    ground: event.move === 'askInReview' ? document.asksInReview?.basis.zh : procedure?.basis.zh,
    way: delivery?.mode === 'post' ? '邮寄' : '窗口领取',
    carrier: delivery?.carrier,
    tracking: delivery?.trackingNo,
    agent: agentOf(delivery),
    receiver: delivery?.receiver ?? addresseeOf(row),
    silent: event.move.endsWith('BySilence') ? showDay(dayOf(row.sentAt), 'zh') : undefined,
    rule: event.by === 'system' && event.data.judgement ? document.instant?.name.zh : undefined,
  }
}

/** Who took it for somebody else, and on what mandate. */
function agentOf(delivery: Delivery | undefined): string | undefined {
  if (delivery?.by !== 'agent' || !delivery.agentId) return undefined
  const mandate = delivery.mandate === 'record' ? '已在本站登记授权' : '已核验授权委托书'
  return `${mandate}，证件号码尾号 ${delivery.agentId.slice(-4)}`
}

/** What several items say together: each word once. */
export function together(all: readonly Values[]): Values {
  const names = new Set(all.flatMap((values) => Object.keys(values)))
  return Object.fromEntries(
    Array.from(names, (name) => {
      const words = new Set(all.flatMap((values) => values[name] ?? []))
      return [name, [...words].join(WHOLE_SENTENCES.has(name) ? '' : '、') || undefined]
    }),
  )
}

const WHOLE_SENTENCES = new Set(['note', 'remedy'])

function dueOf({ state, clockName, clockDays, dueDay, dueTime }: WorkRow): string | undefined {
  if (state === 'waiting') return '前一事项办结后起算'
  if (clockName !== 'promised') return undefined
  const day = shownDay(dueDay)
  return day && !Number.isInteger(clockDays) ? `${day} ${dueTime}` : day
}

function shownDay(day: string | undefined): string | undefined {
  return day === undefined || day === NO_DUE_DAY ? undefined : showDay(day, 'zh')
}

/** 第十八条 of “第十八条：国家提倡适龄婚育…”. */
function articleOf(clause: string): string {
  return clause.split('：')[0] ?? clause
}
