import type { Reader } from '#db'
import { FIRST_LINK, link } from './link.ts'
import { allHeads, entriesOf } from './store.ts'

export interface ChainReport {
  chain: number
  entries: number
  /** The sequence number of the first line that does not fit, or null when the chain is whole. */
  brokenAt: number | null
}

const PAGE = 1000

/** Recomputes every chain from its first line and compares it with what is stored and with its head. */
export async function verifyChains(reader: Reader): Promise<ChainReport[]> {
  const reports: ChainReport[] = []
  for (const head of await allHeads(reader)) reports.push(await verifyChain(reader, head))
  return reports
}

async function verifyChain(
  reader: Reader,
  head: { chain: number; seq: number; hash: string },
): Promise<ChainReport> {
  let previous = FIRST_LINK
  let seq = 0
  for (;;) {
    const page = await entriesOf(reader, head.chain, seq, PAGE)
    for (const entry of page) {
      const { hash, ...line } = entry
      if (entry.seq !== seq + 1 || link(previous, line) !== hash)
        return { chain: head.chain, entries: seq, brokenAt: seq + 1 }
      previous = hash
      seq = entry.seq
    }
    if (page.length < PAGE) break
  }
  const whole = seq === head.seq && previous === head.hash
  return { chain: head.chain, entries: seq, brokenAt: whole ? null : seq + 1 }
}
