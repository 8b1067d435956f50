import { close, open, read } from '#db'
import { verifyChains } from '#domain/audit/index.ts'

/* npm run db:audit: recomputes every chain of the audit trail; fails when a line was changed, added or removed. */

open(process.env.DATABASE_URL ?? '.data/yizhan.sqlite')
const reports = await verifyChains(read())
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
process.exit(broken.length === 0 ? 0 : 1)
