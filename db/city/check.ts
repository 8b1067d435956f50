import { checkAccounts } from './checks/accounts.ts'
import { checkCatalog } from './check-catalog.ts'
import { checkGrants } from './checks/grants.ts'
import { checkOpinions } from './checks/opinions.ts'
import { checkRegisters } from './checks/registers.ts'
import { checkTexts } from './checks/texts.ts'
import type { City } from './city.ts'
import { filesOf, filesOfRegister, REGISTERS } from './files.ts'
import { parseCity, type RawCity } from './parse.ts'
import { collector, ownFile, showFinding, type Finding } from './refuse.ts'

/** An error at start names so many findings; `npm run catalog -- check` lists all. */
const NAMED = 20

/** A whole city given as parsed JSON, with everything that is wrong in it; without a city when files have no shape. */
export function inspectCity(raw: RawCity): { city?: City; findings: Finding[] } {
  const { findings, refuse } = collector()
  const city = parseCity(raw, refuse)
  checkTexts(raw, refuse)
  if (city) {
    checkCatalog(city, refuse)
    checkAccounts(city, refuse)
    checkRegisters(city, refuse)
    checkGrants(city, refuse)
    checkOpinions(city, refuse)
  }
  function lengths(part: string): [string, number][] {
    const all = Object.keys(raw)
    const files = part.startsWith(`${REGISTERS}/`) ? filesOfRegister(part, all) : filesOf(part, all)
    return files.map((file) => [file, lengthOf(raw[file])])
  }
  return { city, findings: findings.map((finding) => ownFile(finding, lengths)) }
}

/** Checks a whole city given as parsed JSON. Throws an Error naming file, place and remedy of what is wrong. */
export function checkCity(raw: RawCity, folder = 'db/city'): City {
  const { city, findings } = inspectCity(raw)
  if (city && findings.length === 0) return city
  const more = findings.length > NAMED ? [`and ${findings.length - NAMED} more`] : []
  const lines = findings.slice(0, NAMED).map((finding) => `${folder}/${showFinding(finding)}`)
  throw new Error([...lines, ...more].join('\n'))
}

/** How many entries a list has, or rows a register. */
function lengthOf(file: unknown): number {
  const list = typeof file === 'object' && file !== null && 'rows' in file ? file.rows : file
  return Array.isArray(list) ? list.length : 0
}
