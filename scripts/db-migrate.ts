import { close, migrate, open } from '#db'
import { databaseUrl } from '#db/url.ts'

/* npm run db:migrate: brings the database that DATABASE_URL names up to date. */

open(databaseUrl())
await migrate()
await close()
console.log('The database is up to date.')
