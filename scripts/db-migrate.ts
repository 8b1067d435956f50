import { close, migrate, open } from '#db'

/* npm run db:migrate: brings the database that DATABASE_URL names up to date. */

open(process.env.DATABASE_URL ?? '.data/yizhan.sqlite')
await migrate()
await close()
console.log('The database is up to date.')
