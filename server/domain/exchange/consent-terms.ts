import { read } from '#db'
import { forgetUnderConsent } from './kept-answers.ts'
import { consentTerms, type ConsentTerms } from './store/grounds.ts'

/** A consent that was read a moment ago is not read again; a withdrawal in another process counts after so long. */
const TRUSTED_MS = 2000
const MOST_REMEMBERED = 10_000

let forgotten = 0
/** `until` by the process's own time: were the clock set back, a withdrawal would count an hour too late. */
const remembered = new Map<string, { terms: ConsentTerms | undefined; until: number }>()

/** What somebody agreed to, or undefined when there is no such consent or it was withdrawn. */
export async function standingConsent(id: string): Promise<ConsentTerms | undefined> {
  const before = remembered.get(id)
  if (before && before.until > performance.now()) return before.terms
  const seen = forgotten
  const terms = await consentTerms(read(), id)
  // It was withdrawn, maybe, while it was read.
  if (seen !== forgotten) return standingConsent(id)
  const standing = terms?.revokedAt === 0 ? terms : undefined
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(id, { terms: standing, until: performance.now() + TRUSTED_MS })
  return standing
}

/** A consent was withdrawn: what it allowed is not believed any more, and what was kept under it is gone. */
export function forgetConsent(id: string): void {
  forgotten += 1
  remembered.delete(id)
  forgetUnderConsent(id)
}
