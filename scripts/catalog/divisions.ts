import type { Division } from '#shared/catalog/documents.ts'

const DISTRICTS = '东西南北中'
const STREETS = '一二三四五六七八九十'
/** Codes of districts from here on are free in the demo city. */
const FIRST = 51
const COMMUNITIES = 40

/** Districts, streets and communities of a fictional larger city, in the order of the tree, as many as are wanted. */
export function moreDivisions(city: Division, wanted: number): Division[] {
  const made: Division[] = []
  for (const district of tree(city)) {
    if (made.length >= wanted) return made
    made.push(district)
  }
  throw new Error(`there are not as many as ${wanted} divisions to be made`)
}

function* tree(city: Division): Generator<Division> {
  for (let d = 0; FIRST + d < 100; d += 1) {
    const code = `${city.code.slice(0, 4)}${FIRST + d}`
    const name = `新${DISTRICTS[d % 5]}${numeral(Math.floor(d / 5))}区`
    const district = division(code, city.code, 'district', name, `New District ${d + 1}`)
    yield district
    yield* streets(district, d + 1)
  }
}

function* streets(district: Division, number: number): Generator<Division> {
  for (let s = 0; s < 10; s += 1) {
    const code = `${district.code}${String(s + 1).padStart(3, '0')}`
    const street = division(
      code,
      district.code,
      'street',
      `${district.name.zh}第${STREETS[s]}街道`,
      `Street ${s + 1}, New District ${number}`,
    )
    yield street
    for (let c = 1; c <= COMMUNITIES; c += 1)
      yield division(
        `${code}${String(c).padStart(3, '0')}`,
        code,
        'community',
        `${street.name.zh}${c}社区`,
        `Community ${c}, ${street.name.en}`,
      )
  }
}

function division(code: string, parent: string, level: Division['level'], zh: string, en: string): Division {
  return { code, parent, level, name: { zh, en } }
}

function numeral(number: number): string {
  return STREETS[number] ?? String(number + 1)
}
