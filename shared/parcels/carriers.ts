import type { Text } from '../text.ts'

/** Who carries results. */
export const CARRIERS = ['ems', 'sf', 'other'] as const

export type Carrier = (typeof CARRIERS)[number]

export const CARRIER_NAMES: Readonly<Record<Carrier, Text>> = {
  ems: { zh: '中国邮政 EMS', en: 'China Post EMS' },
  sf: { zh: '顺丰速运', en: 'SF Express' },
  other: { zh: '其他寄递企业', en: 'Another carrier' },
}

/** A carrier's name by its code. */
export function carrierName(code: string): Text {
  return CARRIER_NAMES[CARRIERS.find((each) => each === code) ?? 'other']
}
