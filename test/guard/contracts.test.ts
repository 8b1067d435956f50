import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '#shared/contract/contract.ts'
import { filesLike, read } from './sources.ts'

interface Named {
  /** Such as `hotline.file`. */
  name: string
  contract: Contract
}

let contracts: Named[] = []
const routes = filesLike('server/api/**/*.ts')

beforeAll(async () => {
  for (const file of filesLike('shared/contract/*.ts'))
    contracts = [...contracts, ...(await contractsOf(file))]
})

async function contractsOf(file: string): Promise<Named[]> {
  const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../${file}`)
  return Object.entries(module).flatMap(([group, members]) =>
    Object.entries(typeof members === 'object' && members !== null ? members : {})
      .filter((entry): entry is [string, Contract] => isContract(entry[1]))
      .map(([name, contract]) => ({ name: `${group}.${name}`, contract })),
  )
}

function isContract(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'input' in value
  )
}

/** Where the endpoint of a contract stands: `/api/tickets/:no/reply` POST → server/api/tickets/[no]/reply.post.ts. */
function filesOf({ method, path }: Contract): string[] {
  const place = `server${path.replace(/:(\w+)/g, '[$1]')}`
  const ending = `.${method.toLowerCase()}.ts`
  return [`${place}${ending}`, `${place}/index${ending}`]
}

describe('contracts and endpoints', () => {
  test('every contract has its endpoint in the file its path names', () => {
    const missing = contracts
      .filter(({ contract }) => !filesOf(contract).some((file) => routes.includes(file)))
      .map(({ name, contract }) => `${name} wants ${filesOf(contract)[0]}`)
    expect(missing).toEqual([])
  })

  test('every endpoint has its contract', () => {
    const expected = new Set(contracts.flatMap(({ contract }) => filesOf(contract)))
    expect(routes.filter((file) => !expected.has(file))).toEqual([])
  })

  test('no two contracts share method and path', () => {
    const places = contracts.map(({ contract }) => `${contract.method} ${contract.path}`)
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([])
  })

  test('every endpoint serves the contract of its own path and names its right', () => {
    const faults = routes.flatMap((file) => {
      const { text } = read(file)
      const served = /export default endpoint\(\s*([\w.]+)\s*,/.exec(text)?.[1]
      const contract = contracts.find(({ name }) => name === served)?.contract
      if (!contract || !filesOf(contract).includes(file)) return [`${file} serves ${served ?? 'nothing'}`]
      return /\bmay:\s*['[A-Z]/.test(text) ? [] : [`${file} names no right: say who may call it`]
    })
    expect(faults).toEqual([])
  })

  test('an endpoint is at most 40 lines', () => {
    expect(routes.filter((file) => read(file).text.split('\n').length > 41)).toEqual([])
  })
})
