import type { DataElement } from '../elements/element.ts'
import type { ValueTypeName } from '../elements/types.ts'

/** Invented people for examples: nobody has these names with these numbers; the division 349900 is not assigned. */
const PEOPLE: Record<string, { name: string; residentId: string }> = {
  child: { name: '江小满', residentId: '349900202611050017' },
  father: { name: '江慕白', residentId: '349900199403120012' },
}
const ANYBODY = { name: '林知遥', residentId: '34990019950615002X' }

/** What an example says for each type of value; nothing for what is never written. */
const SAMPLES: Record<ValueTypeName, (element: DataElement) => string> = {
  address: () => '云溪市清河区示例路 1 号 2 幢 301 室',
  bankCard: () => '6222 0000 0000 0000 000',
  choice: () => '',
  choices: () => '',
  creditCode: () => '91349900MA0000000X',
  date: () => '2026 年 11 月 5 日',
  decimal: ({ unit }) => `1.5${unit ? ` ${unit.zh}` : ''}`,
  declaration: ({ text }) => text?.zh ?? '已阅读并承诺',
  division: () => '云溪市清河区',
  divisionAddress: () => '云溪市清河区临溪街道溪桥社区示例路 1 号',
  email: () => 'shili@example.com',
  file: () => '（附后）',
  group: () => '',
  hkMacaoPermit: () => 'H00000000',
  integer: ({ min = 0, max = min + 2, unit }) => `${Math.round((min + max) / 2)}${unit ? ` ${unit.zh}` : ''}`,
  landline: () => '0560-6000000',
  licencePlate: () => '（按行驶证填写）',
  longText: () => '（按实际情况填写）',
  mapPoint: () => '北纬 37.50，东经 112.50',
  moment: () => '2026 年 11 月 5 日 14:05',
  money: () => '8,600.50 元',
  month: () => '2026 年 11 月',
  passport: () => 'E00000000',
  percentage: () => '50%',
  period: () => '2026 年 11 月 3 日至 2026 年 11 月 8 日',
  permanentResidence: () => 'ABC000000000000',
  personName: ({ code }) => personOf(code).name,
  phone: () => '139 0000 0000',
  photo: () => '（贴照片）',
  postalCode: () => '034900',
  residentId: ({ code }) => personOf(code).residentId,
  shown: ({ text }) => text?.zh ?? '',
  signature: ({ signer = '' }) => personOf(signer).name,
  table: () => '（见附表）',
  taiwanPermit: () => '00000000',
  text: () => '示例',
  timeSlot: () => '2026 年 11 月 5 日 上午',
  yesNo: () => '',
}

/** What an example of a paper form says for an element. Choices are ticked instead: `tickedOf`. */
export function sampleOf(element: DataElement): string {
  return SAMPLES[element.type](element)
}

/** The boxes an element has on paper; none for what is written. */
export function boxesOf({ type, options = [] }: DataElement): string[] {
  if (type === 'yesNo') return ['是', '否']
  return type === 'choice' || type === 'choices' ? options.map(({ label }) => label.zh) : []
}

function personOf(code: string): { name: string; residentId: string } {
  return PEOPLE[code.split('.')[0] ?? ''] ?? ANYBODY
}
