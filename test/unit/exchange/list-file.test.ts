import { expect, test } from 'vitest'
import { listFile, listFileName } from '#shared/exchange/list-file.ts'

const row = {
  resource: '人口"基础"信息',
  catalogCode: '101001/00001',
  provider: '云溪市公安局',
  sharing: 'conditional',
  condition: '=1+1',
  fields: '姓名、性别',
  updateCycle: 'daily',
}

test('a list becomes a file that spreadsheets read as it is meant', () => {
  const [head, line, end] = listFile('shared', [row], 'zh').split('\r\n')
  expect(head).toBe('\uFEFF"数据资源","资源代码","提供部门","共享类型","条件","信息项","更新周期"')
  expect(line).toBe(
    `"人口""基础""信息","101001/00001","云溪市公安局","有条件共享","'=1+1","姓名、性别","每日"`,
  )
  expect(end).toBe('')
})

test('its name says which list it is and of which day', () => {
  expect(listFileName('uses', '2026-11-23', 'zh')).toBe('数据应用场景清单 2026-11-23.csv')
})
