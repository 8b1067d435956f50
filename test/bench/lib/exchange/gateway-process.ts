import { fork } from 'node:child_process'
import type { GatewayConfig } from '#server/connectors/exchange/config-shape.ts'
import { openConnectors } from '#server/connectors/exchange/connectors.ts'
import { readSecret } from '#server/connectors/exchange/secrets.ts'
import { useConnectors } from '#domain/exchange/index.ts'
import type { GatewayAccess } from './bare-client.ts'
import { CALLERS } from './load.ts'

/** A gateway in a process of its own, over the registers of a city. */
export interface Gateway {
  access: GatewayAccess
  config: GatewayConfig
  stop(): Promise<void>
}

/** What the process tells once it listens. */
export interface GatewayTold {
  config: GatewayConfig
  env: Record<string, string>
}

export async function gatewayProcess(folder: string): Promise<Gateway> {
  const child = fork('test/bench/lib/exchange/gateway-worker.ts', {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { config, env } = await new Promise<GatewayTold>((resolve, reject) => {
    child.once('message', (told) =>
      isTold(told) ? resolve(told) : reject(new Error('the gateway told something else')),
    )
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)))
  })
  Object.assign(process.env, env)
  const { address, appKey, algorithm, cipher, secrets } = config
  const [secret, paramsKey] = [readSecret(secrets.sign), readSecret(secrets.seal)]
  return {
    config: { ...config, atOnce: CALLERS },
    access: { address, appKey, algorithm, cipher, secret, paramsKey },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function isTold(told: unknown): told is GatewayTold {
  return typeof told === 'object' && told !== null && 'config' in told && 'env' in told
}

/** From now on everything is asked over the gateway. */
export function gatewayOnly({ config }: Gateway): void {
  const route = { resource: '*', connector: config.name, atOnce: CALLERS }
  useConnectors(openConnectors({ connectors: [config], routes: [route] }).to)
}

/** From now on these resources are asked over the gateway, all others in the city's own registers. */
export function withGateway({ config }: Gateway, resources: readonly string[], deadlineMs: number): void {
  const routes = resources.map((resource) => ({ resource, connector: config.name, deadlineMs }))
  useConnectors(
    openConnectors({
      connectors: [{ name: 'city', kind: 'city' }, config],
      routes: [...routes, { resource: '*', connector: 'city' }],
    }).to,
  )
}
