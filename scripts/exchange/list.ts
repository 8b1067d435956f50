import { readCity } from '#db/city/load.ts'
import { readExchangeConfig } from '#server/connectors/exchange/config.ts'
import { openConnectors } from '#server/connectors/exchange/connectors.ts'
import { offeredResources } from './offered.ts'

/** An X-Road of many members is asked one after another. */
const LONGEST_MS = 300_000

/** Prints what a connector's system offers and the catalogue lacks, as JSON to be completed and taken over. */
export async function list(name: string, department: string): Promise<boolean> {
  const config = readExchangeConfig()
  const connectors = openConnectors(config)
  try {
    const connector = connectors.named(name)
    if (!connector?.list) return refuse(`“${name}” is no connector that can say what it offers`)
    const { departments, resources } = readCity()
    const provider = departments.find(({ code }) => code === department)
    if (!provider) return refuse(`the catalogue has no department “${department}”`)
    const services = await connector.list(AbortSignal.timeout(LONGEST_MS))
    const routes = config.routes.filter(({ connector }) => connector === name)
    const routed = routes.flatMap(({ service }) => service ?? [])
    const offered = offeredResources(services, { connector: name, provider, known: resources, routed })
    for (const { provider: silent, fault } of services)
      if (fault) console.error(`${silent} does not say what it offers: ${fault}`)
    console.error(`offered: ${services.length}; not in the catalogue: ${offered.resources.length}`)
    console.log(JSON.stringify(offered, null, 2))
    return true
  } finally {
    await connectors.close()
  }
}

function refuse(why: string): false {
  console.error(why)
  return false
}
