import { defineNitroPlugin } from 'nitropack/runtime'
import { close } from '#db'
import { closeRegisters } from '#server/connectors/exchange/city-registers.ts'
import { stopConnectors } from '#server/connectors/exchange/connectors.ts'
import { startJobs, stopJobs } from '#server/jobs/run.ts'
import { started } from '#server/start.ts'
import { closeDesks } from '#server/utils/live-desks.ts'
import { log } from '#server/utils/log.ts'

/** Starts the product with the process and stops it in order: no job half done, no database left open. */
export default defineNitroPlugin((nitro) => {
  started().then(startJobs, (error: unknown) => {
    log.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
  // The server waits for every answer to end, and these never do by themselves.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, closeDesks)
  nitro.hooks.hook('close', async () => {
    closeDesks()
    await stopJobs()
    await stopConnectors()
    closeRegisters()
    await close()
  })
})
