import { close, open, read } from '#db'
import { databaseUrl, isMissing } from '#db/url.ts'
import { verifyChains } from '#domain/audit/index.ts'
import { verifyLog } from '#domain/exchange/index.ts'

/*
 * npm run db:audit: recomputes every chain of the audit trail, and compares the log of look-ups with it; fails when a
 * line of the trail was changed, added or removed, or a look-up changed or removed.
 */

const url = databaseUrl()
if (isMissing(url)) {
  console.error(`There is no database at ${url}: name it with DATABASE_URL, or its folder with DATA_DIR.`)
  process.exit(2)
}
open(url)
const reports = await verifyChains(read())
const lookups = await verifyLog(read(), Date.now())
await close()

for (const { chain, entries, brokenAt } of reports)
  console.log(
    `chain ${chain}: ${brokenAt === null ? `${entries} lines, whole` : `broken at line ${brokenAt}`}`,
  )
const broken = reports.filter((report) => report.brokenAt !== null)
console.log(
  broken.length === 0
    ? 'The audit trail is whole.'
    : `${broken.length} of ${reports.length} chains are broken.`,
)
console.log(
  lookups.broken.length === 0
    ? `The log of look-ups is whole: ${lookups.rows}.`
    : `Look-ups were changed or removed, at ${lookups.broken.join(', ')}.`,
)
process.exit(broken.length + lookups.broken.length === 0 ? 0 : 1)
