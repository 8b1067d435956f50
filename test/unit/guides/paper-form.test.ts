import { describe, expect, test } from 'vitest'
import { drawForm } from '../../../server/domain/certificates/index.ts'
import { takeValue } from '../../../shared/elements/value.ts'
import { paperForm } from '../../../shared/guides/paper-form.ts'
import { boxesOf, sampleOf } from '../../../shared/guides/sample.ts'
import { bundle, published } from '../../support/published.ts'

const newborn = bundle('newborn')
const form = paperForm(newborn, {
  code: 'household-registration',
  department: '云溪市公安局',
  pages: newborn.lifeEvent.pages,
})
const fields = form.sections.flatMap((section) => section.fields)

describe('the form of an item on paper', () => {
  test('has a line for everything the item needs and nothing that is computed', () => {
    const needs = newborn.items['household-registration']?.needs ?? []
    expect(fields).toHaveLength(needs.filter(({ element }) => !newborn.elements[element]?.derive).length)
    expect(form.sections.map(({ title }) => title)).toContain('落户')
  })

  test('gives boxes for what is chosen, and says in which case a line is for', () => {
    expect(fields.find(({ label }) => label === '宝宝性别')?.boxes).toEqual(['男', '女'])
    expect(form.materials.find(({ name }) => name === '结婚证')?.when).toBe('父母已登记结婚')
  })

  test('is an example only with values that would be taken, of people who do not exist', () => {
    for (const element of published.all('element')) {
      if (boxesOf(element).length > 0 || !['residentId', 'phone', 'personName'].includes(element.type))
        continue
      expect([
        element.code,
        takeValue(element, sampleOf(element), true, { today: '2026-11-23' }).fault,
      ]).toEqual([element.code, null])
    }
  })

  test('is drawn for every item, with every character', async () => {
    for (const { lifeEvent } of published.all('lifeEvent').map(({ code }) => bundle(code)))
      for (const { item } of lifeEvent.items) {
        const drawing = paperForm(bundle(lifeEvent.code), {
          code: item,
          department: '部门',
          pages: lifeEvent.pages,
        })
        const pdf = await drawForm({ form: drawing, sample: true, edition: '2026-11-20', at: 0 })
        expect([item, Buffer.from(pdf.subarray(0, 5)).toString()]).toEqual([item, '%PDF-'])
      }
  })
})
