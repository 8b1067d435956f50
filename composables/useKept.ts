import { kept } from '#shared/contract/kept.ts'
import { addressOf, type Contract } from '#shared/contract/contract.ts'
import type { Problem } from '#shared/problem.ts'

/** What a posted form comes back with: everything typed, and what is wrong with it. */
export interface Returned {
  values: Record<string, string | string[]>
  problems: Problem[]
  refusal: string | null
}

/** The form that was posted to a contract and could not be taken, if there is one for this browser. */
export async function useKept(contract: Contract, input: Record<string, unknown> = {}): Promise<Returned> {
  const isNamed = useState('browser is named', () =>
    /(?:^|; )yz_browser=/.test(useRequestHeaders(['cookie']).cookie ?? ''),
  )
  if (!isNamed.value) return { values: {}, problems: [], refusal: null }
  return useApi(kept.read, { action: addressOf(contract, input) })
}
