import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readExchangeConfig } from '#server/connectors/exchange/config.ts'
import { openConnectors } from '#server/connectors/exchange/connectors.ts'

const folder = mkdtempSync(join(tmpdir(), 'exchange-'))
const mode = process.env.YIZHAN_MODE

afterEach(() => {
  delete process.env.EXCHANGE_CONFIG
  delete process.env.YIZHAN_MODE
  if (mode !== undefined) process.env.YIZHAN_MODE = mode
})

function file(content: unknown): string {
  const path = join(folder, 'exchange.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const GATEWAY = {
  name: 'province',
  kind: 'gateway',
  address: 'https://exchange.example.cn/gw',
  appKey: 'yizhan',
  algorithm: 'HMAC-SM3',
  cipher: 'SM4-CBC-HMAC-SM3',
  secrets: { sign: 'env:EXCHANGE_SIGN', seal: 'file:/run/secrets/exchange-seal' },
}

describe('the configuration of the exchange', () => {
  it('of the demo sends every resource to the registers of the demo city', () => {
    expect(openConnectors(readExchangeConfig()).to('population')?.route.connector).toBe('city')
  })

  it('of a real city that has given none reaches nothing, rather than the registers of the demo', () => {
    process.env.YIZHAN_MODE = 'city'
    expect(openConnectors(readExchangeConfig()).to('population')).toBeUndefined()
  })

  it('names file, place and remedy of everything that is wrong', () => {
    const path = file({
      connectors: [GATEWAY, { ...GATEWAY, address: 'http://exchange.example.cn', algorithm: 'MD5' }],
      routes: [{ resource: 'population', connector: 'province', deadlineMs: 0, color: 'red' }],
    })
    expect(() => readExchangeConfig(path)).toThrow(
      [
        `${path}: connectors[1].address: is no address; write https://host/path (http only for this machine itself)`,
        `${path}: connectors[1].algorithm: is not known; use one of HMAC-SM3, HMAC-SHA256`,
        `${path}: routes[0].deadlineMs: is nothing; write 1 or more`,
        `${path}: routes[0].color: "color" has no place here; remove it or correct its name`,
      ].join('\n'),
    )
    expect(() => readExchangeConfig(file('{'))).toThrow('cannot be read as JSON')
  })

  it('names what does not fit together', () => {
    const path = file({
      connectors: [
        GATEWAY,
        GATEWAY,
        { name: 'x', kind: 'xroad', address: 'https://ss.example.cn', client: 'CN/GOV/1/yizhan' },
      ],
      routes: [
        { resource: 'a', connector: 'nobody' },
        { resource: 'a', connector: 'x', service: 'CN/GOV/2' },
        { resource: 'b', connector: 'province', fields: { XM: 'name', MC: 'name' } },
        {
          resource: 'c',
          connector: 'province',
          maintenance: [{ from: '23:00', to: '2026-11-24T05:00:00Z' }],
        },
        { resource: 'd', connector: 'province', maintenance: [{ from: '02:00', to: '02:00' }] },
      ],
    })
    const told = ['connectors[1].name', 'routes[0].connector', 'routes[1].resource', 'routes[1].service']
    for (const place of [...told, 'routes[2].fields', 'routes[3].maintenance[0]', 'routes[4].maintenance[0]'])
      expect(() => readExchangeConfig(path)).toThrow(`${path}: ${place}: `)
  })

  it('has a certificate for a security server, and its key', () => {
    const server = { name: 'x', kind: 'xroad', address: 'https://ss.example.cn', client: 'CN/GOV/1/yizhan' }
    const withTls = (tls: object) => file({ connectors: [{ ...server, tls }], routes: [] })
    expect(() => readExchangeConfig(withTls({ ca: 'file:/ca' }))).toThrow('connectors[0].tls: is missing')
    expect(() => readExchangeConfig(withTls({ certificate: 'file:/c' }))).toThrow('give both or none')
    expect(readExchangeConfig(withTls({ certificate: 'file:/c', key: 'file:/k' })).connectors).toHaveLength(1)
  })

  it('lets no call last so long that it counts as lost meanwhile', () => {
    const path = file({
      connectors: [GATEWAY],
      routes: [{ resource: 'a', connector: 'province', deadlineMs: 60_000 }],
    })
    expect(() => readExchangeConfig(path)).toThrow('routes[0].deadlineMs: is too long; write 30000 or less')
  })

  it('does not take the registers of the demo for those of a real city', () => {
    process.env.YIZHAN_MODE = 'city'
    process.env.EXCHANGE_CONFIG = 'db/city/exchange.json'
    expect(() => readExchangeConfig()).toThrow('connectors[0].kind: the registers of the demo answer nobody')
  })

  it('holds no secret: one that stands in it is refused, and not repeated', () => {
    const path = file({
      connectors: [{ ...GATEWAY, secrets: { sign: 'hunter2', seal: 'env:B' } }],
      routes: [],
    })
    expect(() => readExchangeConfig(path)).toThrow('connectors[0].secrets.sign: a secret does not stand here')
    expect(() => readExchangeConfig(path)).not.toThrow('hunter2')
  })

  it('stops the start when a secret is not where it says', () => {
    const config = readExchangeConfig(file({ connectors: [GATEWAY], routes: [] }))
    expect(() => openConnectors(config)).toThrow('connector “province”: env:EXCHANGE_SIGN is empty')
  })
})
