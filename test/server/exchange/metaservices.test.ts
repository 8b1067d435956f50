import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENT_SHAPES, shaped } from '#db/city/parse.ts'
import { readCity } from '#db/city/load.ts'
import { openConnectors, type Connectors } from '#server/connectors/exchange/connectors.ts'
import { offeredResources } from '../../../scripts/exchange/offered.ts'
import type { OutsideServer } from '../../support/outside-server.ts'
import { openWorld } from '../../support/world.ts'
import { startXroadServer, XROAD_PROVIDER, type XroadFault } from '../../support/xroad-server.ts'

const { resources, departments } = readCity('db/city')

let server: OutsideServer<XroadFault>
let connectors: Connectors

beforeAll(async () => {
  await openWorld()
  server = await startXroadServer()
  Object.assign(process.env, server.env)
  connectors = openConnectors({ connectors: [server.config], routes: [] })
})
afterAll(async () => {
  await connectors.close()
  await server.close()
})

describe('the metaservices of an X-Road', () => {
  it('say which services there are, which we may call, what they are asked by and what they answer', async () => {
    const services = (await connectors.named('xroad')?.list?.(AbortSignal.timeout(10_000))) ?? []
    const population = services.find(({ service }) => service === `${XROAD_PROVIDER}/population`)
    expect(population).toMatchObject({
      provider: 'Yunxi registers',
      title: 'Register population',
      allowed: true,
      operations: ['POST /'],
      inputs: ['residentId'],
    })
    expect(population?.outputs).toContain('nativePlace')
    expect(services.find(({ service }) => service.endsWith('/estate'))?.allowed).toBe(false)
    // Not every service describes itself.
    expect(services.find(({ service }) => service.endsWith('/seals'))?.outputs).toBeUndefined()
  })

  it('fill the catalogue: what it lacks comes as documents that fit it, with their routes', async () => {
    const services = (await connectors.named('xroad')?.list?.(AbortSignal.timeout(10_000))) ?? []
    const [provider] = departments
    if (!provider) throw new Error('no department')
    const known = resources.filter(({ code }) => code !== 'population')
    const offered = offeredResources(services, { connector: 'xroad', provider, known, routed: [] })
    expect(offered.routes).toEqual([
      { resource: 'population', connector: 'xroad', service: `${XROAD_PROVIDER}/population` },
    ])
    const faults: string[] = []
    for (const each of offered.resources)
      shaped(DOCUMENT_SHAPES.resource, each, (path, what) => faults.push(`${path.join('.')} ${what}`))
    expect(faults).toEqual([])
    expect(offered.resources[0]).toMatchObject({ code: 'population', sharing: 'conditional', open: false })
  })
})
