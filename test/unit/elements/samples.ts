import type { DataElement } from '#shared/elements/element.ts'
import type { RawRow, RawValue } from '#shared/elements/value-type.ts'
import type { ValueTypeName } from '#shared/elements/types.ts'
import { element } from './fields.ts'

const options = [
  { value: 'a', label: { zh: '甲', en: 'First' } },
  { value: 'b', label: { zh: '乙', en: 'Second' } },
]
const communities = [
  { value: '349901001001', label: { zh: '清河区溪桥社区', en: 'Xiqiao Community, Qinghe' } },
  { value: '349901001002', label: { zh: '清河区柳岸社区', en: 'Liuan Community, Qinghe' } },
]
const columns = [
  element('personName', { code: 'heir.name' }),
  element('residentId', { code: 'heir.residentId', sensitivity: 'sensitive' }),
  element('percentage', { code: 'heir.share' }),
  element('yesNo', { code: 'heir.agrees' }),
]
const rows = [
  { value: 'spring', label: { zh: '春', en: 'Spring' } },
  { value: 'autumn', label: { zh: '秋', en: 'Autumn' } },
]

/** Two heirs as they may be typed. */
export const HEIRS: RawRow[] = [
  {
    'heir.name': '阿里•买买提',
    'heir.residentId': '11010519491231002x',
    'heir.share': '50%',
    'heir.agrees': 'yes',
  },
  {
    'heir.name': '𠮷田',
    'heir.residentId': '341502202402290026',
    'heir.share': '50',
    'heir.agrees': 'no',
  },
]

/** For every type: an element of it, and something a person may type that it takes. */
export const SAMPLES: Record<ValueTypeName, { element: DataElement; typed: RawValue }> = {
  address: { element: element('address'), typed: '溪桥路18号（东）2幢' },
  bankCard: { element: element('bankCard'), typed: '6222 0213 0002 0000 001' },
  choice: { element: element('choice', { options }), typed: '甲' },
  choices: { element: element('choices', { options }), typed: ['甲', 'b'] },
  creditCode: { element: element('creditCode'), typed: '91350100m000100y43' },
  date: { element: element('date'), typed: '2026年2月28日' },
  decimal: { element: element('decimal'), typed: '1,234.5' },
  declaration: { element: element('declaration', { options }), typed: 'a' },
  division: { element: element('division', { options: communities }), typed: '清河区溪桥社区' },
  divisionAddress: {
    element: element('divisionAddress', { options: communities }),
    typed: ['清河区柳岸社区', '溪桥路 18号2幢'],
  },
  email: { element: element('email'), typed: 'Li.Jing+1@Example.COM' },
  file: { element: element('file'), typed: '0198-a pdf 2048 0x0 合同 一.pdf' },
  group: {
    element: element('group', { columns, fields: columns.map(({ code }) => code), maxRows: 5 }),
    typed: HEIRS,
  },
  hkMacaoPermit: { element: element('hkMacaoPermit'), typed: 'h12345678' },
  integer: { element: element('integer'), typed: '3,000' },
  landline: { element: element('landline'), typed: '（0571）8888 6666 转 12' },
  licencePlate: { element: element('licencePlate'), typed: '浙a·12345' },
  longText: { element: element('longText'), typed: 'a\r\nb' },
  mapPoint: { element: element('mapPoint'), typed: ['30.1234567', '120.5'] },
  moment: { element: element('moment'), typed: '2026-11-09 08:30' },
  money: { element: element('money'), typed: '￥1,234.5' },
  month: { element: element('month'), typed: '2026年3月' },
  passport: { element: element('passport'), typed: 'e12345678' },
  percentage: { element: element('percentage'), typed: '33.33 %' },
  period: { element: element('period'), typed: ['2026/1/1', '2026-06-30'] },
  permanentResidence: { element: element('permanentResidence'), typed: '911124198108030024' },
  personName: { element: element('personName'), typed: '阿里．买买提' },
  phone: { element: element('phone'), typed: '+86 138-1234-1234' },
  photo: { element: element('photo'), typed: '0198-a jpg 24000 358x441 照片.jpg' },
  postalCode: { element: element('postalCode'), typed: '３１００００' },
  residentId: { element: element('residentId'), typed: '11010519491231002x' },
  shown: { element: element('shown', { text: { zh: '请注意', en: 'Note' } }), typed: undefined },
  signature: { element: element('signature'), typed: ['王芳', 'M10 20L30 40'] },
  table: {
    element: element('table', { columns: [element('integer', { code: 'n' })], fields: ['n'], rows }),
    typed: [{ n: '1' }, { n: '2' }],
  },
  taiwanPermit: { element: element('taiwanPermit'), typed: '12345678' },
  text: { element: element('text'), typed: '  a　b ' },
  timeSlot: { element: element('timeSlot', { options }), typed: ['2026-11-30', 'b'] },
  yesNo: { element: element('yesNo'), typed: 'yes' },
}
