import { describe, expect, test } from 'vitest'
import { newsFor, type Sight, type WorkChange } from '#domain/work/index.ts'

const SIGHT: Sight = {
  key: 'police',
  scopes: [{ kind: 'caseItem', states: ['reviewing', 'special'], units: ['public-security'] }],
}

function change(more: Partial<WorkChange>): WorkChange {
  return {
    id: '1',
    kind: 'caseItem',
    fromState: 'received',
    state: 'reviewing',
    fromUnit: 'public-security',
    unit: 'public-security',
    leads: true,
    actorId: 'counter',
    ...more,
  }
}

function idsOf(changes: readonly Partial<WorkChange>[], own = 'police') {
  const { came, changed } = newsFor(SIGHT, changes.map(change), own)
  return { came: came.map(({ id }) => id), changed: changed.map(({ id }) => id) }
}

describe('what an open desk is told', () => {
  test('is what comes to its states in its units, and what of it changes or goes', () => {
    expect(idsOf([{}])).toEqual({ came: ['1'], changed: [] })
    expect(idsOf([{ fromState: 'reviewing', state: 'special' }])).toEqual({ came: [], changed: ['1'] })
    expect(idsOf([{ fromState: 'reviewing', state: 'granted' }])).toEqual({ came: [], changed: ['1'] })
    expect(idsOf([{ unit: 'health-commission', fromUnit: 'health-commission' }, { kind: 'ticket' }])).toEqual(
      {
        came: [],
        changed: [],
      },
    )
  })

  test('is new too when another unit hands it over, and gone when it is handed on', () => {
    const handed = { fromState: 'reviewing', fromUnit: 'health-commission' }
    expect(idsOf([handed])).toEqual({ came: ['1'], changed: [] })
    expect(idsOf([{ ...handed, fromUnit: 'public-security', unit: 'health-commission' }])).toEqual({
      came: [],
      changed: ['1'],
    })
  })

  test('is not new when one brought it oneself, nor each of the items that are one line', () => {
    expect(idsOf([{ actorId: 'police' }]).came).toEqual([])
    expect(idsOf([{}, { id: '2', leads: false }])).toEqual({ came: ['1'], changed: ['2'] })
  })

  test('is not new any more when it went at once', () => {
    expect(idsOf([{}, { fromState: 'reviewing', state: 'special' }])).toEqual({ came: ['1'], changed: [] })
    expect(idsOf([{}, { fromState: 'reviewing', state: 'granted' }])).toEqual({ came: [], changed: ['1'] })
  })
})
