import { TOOLS, runNode } from './lib/run.mjs'

/* npm run db:generate -- <name>: writes the migration from db/schema for both engines. */

const [name] = process.argv.slice(2)
const args = ['generate', ...(name ? [`--name=${name}`] : [])]
for (const DATABASE_URL of ['.data/any.sqlite', 'postgres://any']) {
  const code = await runNode(TOOLS.drizzleKit, args, { DATABASE_URL })
  if (code !== 0) process.exit(code)
}
