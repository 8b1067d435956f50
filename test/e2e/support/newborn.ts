import { MOTHER } from '../../support/samples.ts'
import { personOf } from './city.ts'

/*
 * How a mother of the demo city answers. A page asks whichever of these the city does not know.
 */

export type Answers = Record<string, string | string[]>

/** Everything she wants, with a birth certificate still to be issued and the costs still to be paid back. */
export const ALL_SEVEN: Answers = {
  ...MOTHER,
  'situation.extras': [
    'medical-insurance',
    'social-security-card',
    'vaccination-record',
    'birth-registration',
    'maternity-reimbursement',
  ],
  'situation.costSettled': 'no',
  'mother.phone': '13900000002',
  'father.phone': '13900000001',
  'child.name': '林小满',
  'child.nativePlace': '云溪市清河区',
  'household.relationToHead': 'daughter',
  'card.bank': 'city',
  'vaccination.clinic': 'linxi',
  'reimbursement.admittedOn': '2026-11-03',
  'reimbursement.dischargedOn': '2026-11-08',
  'reimbursement.cost': '8600.50',
  'reimbursement.bankName': 'city',
  'reimbursement.bankCard': '6222020000000000000',
  'delivery.mode': 'electronic',
}

/** What is offered beforehand: insurance, card and vaccination. */
export const AS_OFFERED: Answers = {
  ...ALL_SEVEN,
  'situation.extras': ['medical-insurance', 'social-security-card', 'vaccination-record'],
}

/** Only the birth certificate and the household registration. */
export const JUST_TWO: Answers = { ...ALL_SEVEN, 'situation.extras': [] }

/** What is asked on top when a register has no record or does not answer. */
export const TYPED: Answers = {
  'applicant.address': '云溪市清河区临溪街道湖滨路1号2幢301室',
  'mother.name': personOf('mother01').name,
  'mother.residentId': personOf('mother01').residentId,
  'mother.ethnicity': '01',
  'mother.address': '云溪市清河区临溪街道湖滨路1号2幢301室',
  'mother.insuranceStatus': 'employee',
  'father.name': personOf('father').name,
  'father.residentId': personOf('father').residentId,
  'father.ethnicity': '01',
  'father.address': '云溪市清河区临溪街道湖滨路1号2幢301室',
  'marriage.certificateNo': 'J349901-2020-000001',
  'marriage.registeredOn': '2020-03-12',
  'child.gender': 'female',
  'child.birthTime': '2026-11-05T14:05',
  'child.weight': '3200',
  'child.length': '50',
  'child.gestationWeeks': '39',
  'child.birthOrder': '1',
  'child.hospital': '云溪市妇幼保健院',
  'child.ethnicity': '01',
  'household.no': '340000007',
  'household.headName': '许若曦',
  'household.divisionCode': '349901',
  'household.address': '云溪市清河区临溪街道湖滨路1号2幢301室',
  'insurance.divisionCode': '349901',
}

/** Who decides which item. */
export const REVIEWERS: Readonly<Record<string, string>> = {
  'birth-registration': 'health',
  'birth-certificate': 'hospital',
  'household-registration': 'police',
  'medical-insurance': 'insurance',
  'social-security-card': 'social',
  'maternity-reimbursement': 'insurance',
}

/** A picture such as a phone takes, only smaller. */
export const PICTURE = {
  name: '票据.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
