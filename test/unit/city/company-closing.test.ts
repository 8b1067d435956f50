import { describe, expect, it } from 'vitest'
import { neededAgreements } from '../../../shared/agreements/needed.ts'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const SIMPLE = {
  'closing.settled': 'yes',
  'closing.way': 'simple',
  'closing.customs': 'check',
  'closing.seal': 'submit',
  'closing.licence': 'have',
}

function draftOf(change: Record<string, string> = {}, login = 'closing') {
  return knownDraft('company-closing', login, { ...SIMPLE, ...change })
}

function signers(change: Record<string, string> = {}, login = 'closing'): string[] {
  const { bundle: found, facts } = draftOf(change, login)
  return neededAgreements(found, facts, false).map(({ role, name }) => `${role} ${name}`)
}

describe('closing a company', () => {
  it('asks three things by the simplified way; the registers know the rest', () => {
    const { toType, toUpload } = draftOf()
    expect(toType).toEqual(['closing.reason', 'closing.bankVisitOn', 'delivery.mode'])
    expect(toUpload).toEqual([])
  })

  it('asks at most a quarter of what the guides of its items ask one by one', () => {
    const { facts } = savingsOf(bundle('company-closing'))
    expect(facts.before).toBeGreaterThanOrEqual(100)
    expect(facts.after / facts.before).toBeLessThanOrEqual(0.25)
  })

  it('announces for 20 days by the simplified way, for 45 by the ordinary one, and not for a branch', () => {
    const announced = (way: string): number[] =>
      draftOf({ 'closing.way': way }).plan.items.flatMap(({ publicity }) => publicity?.days ?? [])
    expect(announced('simple')).toEqual([20])
    expect(announced('general')).toEqual([45])
    expect(announced('branch')).toEqual([])
  })

  it('asks customs itself, and leaves out what is not registered there', () => {
    expect(draftOf().itemCodes).toContain('customs-cancellation')
    expect(draftOf({}, 'closing-owing').itemCodes).not.toContain('customs-cancellation')
    expect(draftOf({ 'closing.customs': 'no' }).itemCodes).not.toContain('customs-cancellation')
  })

  it('closes the simplified way to whoever owes something, and leaves the ordinary one open', () => {
    expect(draftOf({ 'closing.settled': 'no' }).plan.blocked).toHaveLength(1)
    expect(draftOf({}, 'closing-owing').plan.blocked).toHaveLength(1)
    expect(draftOf({ 'closing.way': 'general', 'closing.settled': 'no' }).plan.blocked).toEqual([])
    expect(draftOf({ 'closing.way': 'general' }, 'closing-owing').plan.blocked).toEqual([])
  })

  it('closes a branch on its parent’s decision, without liquidation, and does not take a company for one', () => {
    const { plan, itemCodes, toUpload } = draftOf({ 'closing.way': 'branch' }, 'closing-branch')
    expect(plan.blocked).toEqual([])
    expect(itemCodes).toContain('deregistration')
    expect(toUpload).toEqual(['branch-decision'])
    expect(draftOf({ 'closing.way': 'branch' }).plan.blocked).toHaveLength(1)
  })

  it('has all investors of the register sign the simplified way', () => {
    expect(signers()).toEqual(['investors 曹远帆', 'investors 何若谷'])
    expect(signers({}, 'closing-head')).toEqual(['investors 何若谷'])
  })

  it('has the representative and the head of the liquidation sign the ordinary way', () => {
    const general = { 'closing.way': 'general', 'liquidation.leaderResidentId': '349901197711089122' }
    expect(signers(general)).toEqual(['legal-representative 曹远帆', 'liquidation-leader 何若谷'])
  })

  it('clears taxes at once for whoever owes and has left nothing, and for nobody else', () => {
    const rule = bundle('company-closing').items['tax-clearance']?.instant?.rule
    expect(rule && judge(rule, draftOf().facts).verdict).toBe('yes')
    expect(rule && judge(rule, draftOf({}, 'closing-owing').facts).verdict).toBe('no')
  })

  it('deregisters only on the tax clearance that the tax service gave', () => {
    const { lifeEvent } = bundle('company-closing')
    const start = lifeEvent.items.find(({ item }) => item === 'deregistration')?.startWhen
    expect(start && judge(start.rule, draftOf().facts).verdict).not.toBe('yes')
  })
})
