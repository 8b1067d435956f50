import { addDays, daysBetween } from '#shared/calendar/day.ts'
import type { Person, Register } from '../city.ts'
import type { Numbers } from './numbers.ts'
import { CITY_DAY } from './plan.ts'
import type { Random } from './random.ts'
import type { Family } from './settle.ts'

type Row = Register['rows'][number]

const HOSPITAL = '云溪市妇幼保健院'
const CLINICS = ['linxi', 'wenchang', 'dongshan', 'shiqiao', 'yuntai']
const BANKS = ['rural', 'city', 'postal', 'industrial', 'construction']

/** What the registers of persons say about the families. */
export function personRegisters(families: Family[], numbers: Numbers, random: Random): Register[] {
  const people = families.flatMap((family) => family.people)
  const births = families.filter((family) => family.birth)
  return [
    { resource: 'population', rows: people.map(population) },
    { resource: 'household', rows: families.flatMap(household) },
    { resource: 'marriage', rows: families.flatMap(marriage) },
    { resource: 'birth', rows: births.flatMap(birth) },
    { resource: 'medical-insurance', rows: families.flatMap((family) => medicalInsurance(family, random)) },
    { resource: 'social-security', rows: people.flatMap((each) => socialSecurity(each, random)) },
    { resource: 'vaccination', rows: births.flatMap((family) => vaccination(family, numbers, random)) },
    { resource: 'household-entry', rows: [] },
  ]
}

function population({ residentId, name, gender, birthDate, ethnicity, nativePlace, address }: Person): Row {
  return { residentId, name, gender, birthDate, ethnicity, nativePlace, address }
}

function household({ people }: Family): Row[] {
  const [head] = people
  if (!head) return []
  return people.map((each) => ({
    residentId: each.residentId,
    no: each.household,
    headName: head.name,
    headResidentId: head.residentId,
    relationToHead: each.relationToHead,
    divisionCode: each.community.slice(0, 6),
    communityCode: each.community,
    address: each.address,
  }))
}

function marriage({ people, marriage: found }: Family): Row[] {
  const [one, other] = people
  if (!found || !one || !other) return []
  return [
    [one, other],
    [other, one],
  ].flatMap(([self, spouse]) =>
    self && spouse
      ? [
          {
            residentId: self.residentId,
            status: 'married',
            certificateNo: found.certificateNo,
            registeredOn: found.registeredOn,
            spouseName: spouse.name,
            spouseResidentId: spouse.residentId,
          },
        ]
      : [],
  )
}

function birth({ mother, birth: found }: Family): Row[] {
  if (!mother || !found) return []
  const { certificateNo, name, ...record } = found
  return [
    {
      motherResidentId: mother.residentId,
      birthCertificateNo: certificateNo,
      ...(name !== undefined && { childName: name }),
      ...record,
      hospital: HOSPITAL,
    },
  ]
}

function medicalInsurance({ people, birth: newborn }: Family, random: Random): Row[] {
  return people.flatMap((each) => {
    if (!newborn && random.chance(0.04)) return []
    const employee = each.phone !== undefined && random.chance(0.6)
    return [
      {
        residentId: each.residentId,
        type: employee ? 'employee' : 'resident',
        divisionCode: each.community.slice(0, 6),
        since: addDays(
          CITY_DAY,
          -random.whole(400, Math.min(4000, daysBetween(each.birthDate, CITY_DAY) + 400)),
        ),
      },
    ]
  })
}

function socialSecurity(person: Person, random: Random): Row[] {
  const years = Math.floor(daysBetween(person.birthDate, CITY_DAY) / 365)
  if (years < 18 || random.chance(0.1)) return []
  const pensionMonths = random.whole(0, Math.min(480, (years - 17) * 12))
  const unemploymentMonths = Math.min(pensionMonths, random.whole(0, 240))
  return [{ residentId: person.residentId, unemploymentMonths, pensionMonths, cardBank: random.pick(BANKS) }]
}

/** The first doses are given in hospital; the record follows a day later. */
function vaccination({ birth: newborn }: Family, numbers: Numbers, random: Random): Row[] {
  if (!newborn) return []
  return [
    {
      birthCertificateNo: newborn.certificateNo,
      recordNo: numbers.vaccination(),
      clinic: random.pick(CLINICS),
      lastVaccine: '乙肝疫苗第一剂',
      lastGivenOn: newborn.birthTime.slice(0, 10),
    },
  ]
}
