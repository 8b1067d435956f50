import { blind } from '#db'
import { actorId } from '#shared/access/actor.ts'
import type { Resource } from '#shared/catalog/documents.ts'
import { subjectOf } from '#shared/exchange/subject.ts'
import { newId } from '#shared/id.ts'
import type { Asking } from '../perform.ts'
import type { LogRow } from './store/log.ts'
import type { Ground, Matter } from './types.ts'

/** What a call is, before it is made. */
export interface Planned {
  who: Asking
  matter: Matter
  resource: Resource
  params: Readonly<Record<string, string>>
  ground: Ground
  /** Code of the service item and of the department it is asked for. */
  item: string
  unit: string
  /** The fields asked for. */
  asked: readonly string[]
}

/** The row of the log that is written before a call. */
export function openRow({ who, matter, resource, params, ground, item, unit, asked }: Planned): LogRow {
  const subject = subjectOf(resource.inputs, params) ?? matter.subject
  return {
    id: newId(who.at),
    subject: subject === undefined ? '' : subjectKey(subject),
    subjectKind: subject?.kind ?? 'nobody',
    resource: resource.code,
    provider: resource.provider,
    matterKind: matter.kind,
    matterId: matter.id,
    matterNo: matter.no,
    item,
    actorKind: who.actor.kind,
    actorId: actorId(who.actor),
    unit,
    groundKind: ground.kind,
    ground: ground.kind === 'law' ? ground.words : ground.id,
    asked: [...asked],
    fields: [],
    outcome: 'asked',
    fault: '',
    cached: false,
    ms: 0,
    at: who.at,
    answeredAt: 0,
  }
}

/** How somebody stands in the log: a person under the blind index of the resident id, an enterprise by its code. */
export function subjectKey({ kind, key }: { kind: 'person' | 'organisation'; key: string }): string {
  return kind === 'person' ? blind(key) : key
}
