import { expect, it } from 'vitest'
import { receivedMaterials } from '../../../server/domain/cases/received-materials.ts'
import { bundle } from '../../support/published.ts'

const newborn = bundle('newborn')

function papers(files: Record<string, { fileId: string; name: string; bytes: number }[]>) {
  return receivedMaterials({
    row: { content: { facts: {}, files, consentId: null, correcting: [] } },
    bundle: newborn,
  })
}

it('lists what was handed in by the name of its material', () => {
  const given = [
    { fileId: '1', name: '第一页.jpg', bytes: 1 },
    { fileId: '2', name: '第二页.jpg', bytes: 1 },
  ]
  expect(papers({ 'delivery-bill': given })).toEqual([
    { part: 'heading', text: '收到的材料' },
    { part: 'pairs', pairs: [{ label: '住院分娩费用清单', value: '第一页.jpg、第二页.jpg' }] },
  ])
})

it('says nothing of materials where none were handed in', () => {
  expect(papers({ 'delivery-bill': [] })).toEqual([])
})
