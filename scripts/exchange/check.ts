import { readCity } from '#db/city/load.ts'
import { readApps } from '#server/connectors/exchange/apps.ts'
import { exchangeConfigFile, readExchangeConfig } from '#server/connectors/exchange/config.ts'
import { openConnectors } from '#server/connectors/exchange/connectors.ts'

/** Prints everything that is wrong in the configuration of the exchange, and what it does not reach. */
export function check(): boolean {
  const file = exchangeConfigFile()
  try {
    const config = readExchangeConfig()
    const connectors = openConnectors(config)
    readApps()
    const codes = readCity().resources.map(({ code }) => code)
    const unknown = config.routes.filter(({ resource }) => resource !== '*' && !codes.includes(resource))
    for (const { resource } of unknown) console.log(`${file}: routes: the catalogue has no “${resource}”`)
    const unreached = codes.filter((code) => !connectors.to(code))
    if (unreached.length > 0) console.log(`${file}: no route leads to ${unreached.join(', ')}`)
    if (unknown.length === 0 && unreached.length === 0) console.log(`${file}: nothing to correct`)
    return unknown.length === 0
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error))
    return false
  }
}
