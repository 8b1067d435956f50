import { expect, it } from 'vitest'
import { knownsFromWallet, type HeldCertificate } from '#domain/forms/wallet.ts'
import { bundle } from '../../support/published.ts'

const at = Date.parse('2026-11-23T10:00:00+08:00')
const page = (name: string): HeldCertificate => ({
  type: 'household-page',
  at,
  facts: { 'child.name': name, 'child.residentId': 'not an id', 'child.ethnicity': '01' },
})

it('fills in what stands on the one certificate of its kind, with its source, and changeable', () => {
  const knowns = knownsFromWallet(bundle('school-enrolment'), [page('林小满')], at)
  expect(knowns['pupil.name']).toEqual({
    value: '林小满',
    source: { kind: 'wallet', certificate: 'household-page', at },
    locked: false,
  })
})

it('uses nothing that does not fit its element', () => {
  const knowns = knownsFromWallet(bundle('school-enrolment'), [page('林小满')], at)
  expect(Object.keys(knowns)).toEqual(['pupil.name', 'pupil.ethnicity'])
})

it('takes nothing when two are held, since nobody can say which child is meant', () => {
  expect(knownsFromWallet(bundle('school-enrolment'), [page('林小满'), page('林小溪')], at)).toEqual({})
})
