import { dayOf } from '#shared/calendar/day.ts'
import type { OutsideService } from '#shared/exchange/outside-services.ts'
import type { OutsideApp } from '../../connectors/exchange/app-shape.ts'
import { ProtocolError } from './protocol.ts'

/** A grant in force, cut to the fields that were asked for. */
export interface Allowed {
  fields: string[]
  /** Departments whose services, or certificate types, that it is limited to. */
  of: readonly string[]
}

/**
 * What a system may have of a service now.
 * @param wanted fields; none: all that are granted
 * @param at epoch milliseconds
 * @throws ProtocolError 2001, 2002, 2003
 */
export function allowed(
  app: OutsideApp,
  service: OutsideService,
  wanted: readonly string[],
  at: number,
): Allowed {
  const grants = app.grants.filter((grant) => grant.service === service)
  const grant = grants.find(({ validTo }) => validTo >= dayOf(at))
  if (!grant) throw new ProtocolError(grants.length > 0 ? '2003' : '2001')
  if (wanted.some((field) => !grant.fields.includes(field))) throw new ProtocolError('2002')
  return { fields: wanted.length > 0 ? [...new Set(wanted)] : grant.fields, of: grant.of ?? [] }
}
