import { expect, test } from 'vitest'
import { address } from '#shared/elements/types/text.ts'
import { element } from './fields.ts'

test.each([
  ['云溪市清河区柳岸街道 12 号院', '云溪市清河区柳岸街道****'],
  ['云溪市清河区溪桥路18号2幢301室', '云溪市清河区溪桥路****'],
  ['云溪市云山县石桥镇柳树村3号', '云溪市云山县石桥镇****'],
  ['清河小区2幢301室', '清河小区2幢****'],
])('of an address, what comes after the street is hidden: %s', (typed, shown) => {
  expect(address.mask?.(typed, element('address'), 'zh')).toBe(shown)
})
