import { expect, it } from 'vitest'
import { readCardLine } from '#shared/counter/card-line.ts'

it('finds name and number in what a reader types, and nothing when one of them is missing', () => {
  const read = { name: '林知夏', residentId: '34990119900101001X' }
  for (const line of [
    '林知夏 34990119900101001x',
    '34990119900101001X\t林知夏\n',
    '林知夏|女|汉|19900101|云溪市清河区柳岸街道 12 号|34990119900101001X|云溪市公安局|20200101-20400101',
    '林知夏，女，汉，３４９９０１１９９００１０１００１Ｘ',
  ])
    expect(readCardLine(line)).toEqual(read)
  for (const line of ['', '林知夏', '34990119900101001X', '林知夏 3499011990010100'])
    expect(readCardLine(line)).toBeUndefined()
  expect(readCardLine('买买提·吐尔逊 34990119900101001X')?.name).toBe('买买提·吐尔逊')
})
