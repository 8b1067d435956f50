import type { Actor } from '#shared/access/actor.ts'
import { can, unitsWith } from '#shared/access/can.ts'
import type { Right } from '#shared/access/rights.ts'
import type { MoveTable, WorkKind } from '#shared/work/move.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { Scope } from './store/counts.ts'

/** The right that opens each kind of work to staff. */
export const READING: Readonly<Record<WorkKind, Right>> = {
  caseItem: 'cases.read',
  ticket: 'tickets.read',
  rectification: 'rectifications.read',
  subscription: 'exchange.browse',
  dataObjection: 'exchange.browse',
  lookupQuestion: 'exchange.browse',
}

/**
 * What waits for an actor: each kind of work in the states whose turn is one of their rights, in the units where they
 * have it. Whoever supervises sees all open work they may read.
 */
export function scopesOf(actor: Actor): Scope[] {
  if (can(actor, 'work.supervise'))
    return Object.values(MOVE_TABLES).flatMap((table) => readable(actor, table))
  return Object.values(MOVE_TABLES).flatMap((table) => theirTurn(actor, table))
}

/** All open work that an actor watches over: of all units for whoever supervises, of their own for heads of office. */
export function supervisedScopes(actor: Actor): Scope[] {
  const over = supervisedUnits(actor)
  return Object.values(MOVE_TABLES)
    .flatMap((table) => readable(actor, table))
    .map((scope) => ({ ...scope, units: common(over, scope.units) }))
    .filter(({ units }) => units === 'all' || units.length > 0)
}

/** The units whose work an actor watches over. */
export function supervisedUnits(actor: Actor): string[] | 'all' {
  if (can(actor, 'work.supervise')) return unitsWith(actor, 'work.supervise')
  return unitsWith(actor, 'cases.approve')
}

function common(some: string[] | 'all', others: readonly string[] | 'all'): readonly string[] | 'all' {
  if (some === 'all') return others
  return others === 'all' ? some : some.filter((unit) => others.includes(unit))
}

/** The scopes narrowed to what a filter asks for. */
export function narrowed(
  scopes: readonly Scope[],
  { kind, states }: { kind?: WorkKind; states?: readonly string[] },
): Scope[] {
  return scopes
    .filter((scope) => kind === undefined || scope.kind === kind)
    .map((scope) => ({
      ...scope,
      states: states ? scope.states.filter((state) => states.includes(state)) : scope.states,
    }))
    .filter((scope) => scope.states.length > 0)
}

/** The states of a table in which something is still to do. */
export function openStates(table: MoveTable): string[] {
  const states = Object.values(table.moves).flatMap((move) => [...move.from, move.to])
  return [...new Set(states)].filter((state) => !table.final.includes(state))
}

function readable(actor: Actor, table: MoveTable): Scope[] {
  const units = unitsWith(actor, READING[table.kind])
  return units === 'all' || units.length > 0 ? [{ kind: table.kind, states: openStates(table), units }] : []
}

function theirTurn(actor: Actor, table: MoveTable): Scope[] {
  const scopes = new Map<string, { states: string[]; units: string[] | 'all' }>()
  for (const [state, rights] of Object.entries(table.turn)) {
    const units = together(rights.map((right) => unitsWith(actor, right)))
    if (units !== 'all' && units.length === 0) continue
    const key = String(units)
    const scope = scopes.get(key) ?? { states: [], units }
    scopes.set(key, { ...scope, states: [...scope.states, state] })
  }
  return [...scopes.values()].map((scope) => ({ kind: table.kind, ...scope }))
}

function together(units: readonly (string[] | 'all')[]): string[] | 'all' {
  return units.includes('all') ? 'all' : [...new Set(units.flat())].sort()
}
