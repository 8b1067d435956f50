import { expect, it } from 'vitest'
import { receivedMaterials } from '../../../server/domain/cases/document-rows.ts'
import { bundle } from '../../support/published.ts'

const newborn = bundle('newborn')

it('lists what was handed in by the name of its material', () => {
  const given = [
    { fileId: '1', name: '第一页.jpg', bytes: 1 },
    { fileId: '2', name: '第二页.jpg', bytes: 1 },
  ]
  expect(receivedMaterials({ 'delivery-bill': given }, newborn)).toEqual([
    { material: '住院分娩费用清单', files: '第一页.jpg、第二页.jpg' },
  ])
})

it('says nothing of materials where none were handed in', () => {
  expect(receivedMaterials({ 'delivery-bill': [] }, newborn)).toEqual([])
})
