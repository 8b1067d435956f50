import { readCity } from '#db/city/load.ts'
import { readApps } from '#server/connectors/exchange/apps.ts'
import { exchangeConfigFile, readExchangeConfig } from '#server/connectors/exchange/config.ts'
import { openConnectors } from '#server/connectors/exchange/connectors.ts'
import { routeFindings, unitFindings } from './check-routes.ts'

/** Prints everything that is wrong in the configuration of the exchange, and what it does not reach. */
export function check(): boolean {
  const file = exchangeConfigFile()
  try {
    const config = readExchangeConfig()
    const connectors = openConnectors(config)
    readApps()
    const { resources, departments } = readCity()
    const units = departments.map(({ code }) => code)
    const findings = [...unitFindings(config.connectors, units), ...routeFindings(config.routes, resources)]
    for (const finding of findings) console.log(`${file}: ${finding}`)
    const unreached = resources.map(({ code }) => code).filter((code) => !connectors.to(code))
    if (unreached.length > 0) console.log(`${file}: no route leads to ${unreached.join(', ')}`)
    if (findings.length === 0 && unreached.length === 0) console.log(`${file}: nothing to correct`)
    return findings.length === 0
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error))
    return false
  }
}
