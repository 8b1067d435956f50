import { describe, expect, it, test } from 'vitest'
import { checkDocuments } from '../../../db/city/checks/documents.ts'
import { collector } from '../../../db/city/refuse.ts'
import { cityOf } from '../../../server/domain/catalog/city-catalog.ts'
import { REACTIONS } from '../../../server/reactions.ts'
import { fillPlaceholders } from '../../../shared/catalog/document-template.ts'
import type { DocumentTemplate } from '../../../shared/catalog/documents.ts'
import { DOCUMENTS_OF_CASES, MOVES_WITH_DOCUMENT } from '../../../shared/cases/documents.ts'
import { CASE_ITEM_MOVES } from '../../../shared/cases/moves.ts'
import { published, whole } from '../../support/published.ts'

const city = cityOf(whole)

/** What is wrong when the templates are these. */
function faultsWith(documentTemplates: DocumentTemplate[]): string[] {
  const { findings, refuse } = collector()
  checkDocuments({ ...city, documentTemplates }, refuse)
  return findings.map(({ path, what }) => `${path.join('.')} ${what}`)
}

/** The city's templates with another text in the first paragraph of one. */
function saying(text: string): DocumentTemplate[] {
  return whole.documentTemplate.map((template) =>
    template.code === 'denial' ? { ...template, parts: [{ part: 'paragraph', text }] } : template,
  )
}

describe('formal documents', () => {
  test.each([
    'receipt',
    'acceptance',
    'refusal',
    'correction',
    'procedure',
    'suspension',
    'extension',
    'grant',
    'denial',
    'delivery',
    'termination',
    'revocation',
    'tolerance',
    'commitment',
  ])('domain.md §2.6 names the %s: a template says it and cases produce it', (kind) => {
    expect(published.one('documentTemplate', kind).parts.length).toBeGreaterThan(0)
    expect(DOCUMENTS_OF_CASES).toContain(kind)
  })

  it('follow from every move that names one', () => {
    const naming = Object.entries(CASE_ITEM_MOVES.moves).flatMap(([move, rule]) =>
      'document' in rule ? [move] : [],
    )
    expect(MOVES_WITH_DOCUMENT).toEqual(naming)
    for (const move of naming) expect(REACTIONS[`caseItem.${move}`]).toContain('cases.document')
  })

  it('of the city are without fault', () => {
    expect(faultsWith(whole.documentTemplate)).toEqual([])
  })
})

describe('a template is refused', () => {
  const place = whole.documentTemplate.findIndex(({ code }) => code === 'denial')

  it('with a placeholder that nothing fills, named with its place', () => {
    expect(faultsWith(saying('理由：{reason}'))).toEqual([
      expect.stringMatching(
        new RegExp(`^${place}.parts.0.text unknown placeholder “{reason}”; use one of case, `),
      ),
    ])
  })

  it('with a placeholder of a table’s rows outside it', () => {
    expect(faultsWith(saying('请补交{material}。'))).toHaveLength(1)
  })

  it('with half-width punctuation, which papers of the city do not have', () => {
    expect(faultsWith(saying('理由:{note}'))).toHaveLength(1)
  })

  it('whose series another kind has: their numbers could not be told apart', () => {
    const same = whole.documentTemplate.map((each) =>
      each.code === 'denial' ? { ...each, series: '准' } : each,
    )
    expect(faultsWith(same)).toEqual([expect.stringContaining('“准” stands twice')])
  })

  it('when it is taken away while cases still produce it', () => {
    expect(faultsWith(whole.documentTemplate.filter(({ code }) => code !== 'denial'))).toEqual([
      expect.stringContaining('has no “denial”'),
    ])
  })
})

test('a sentence of which one place has nothing to say is left out whole', () => {
  expect(fillPlaceholders('所需时间：{days}个工作日。', { days: '5' })).toBe('所需时间：5个工作日。')
  expect(fillPlaceholders('所需时间：{days}个工作日。', { days: undefined })).toBeUndefined()
  expect(fillPlaceholders('办理期限只延长一次。', {})).toBe('办理期限只延长一次。')
})
