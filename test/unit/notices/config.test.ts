import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeChannels } from '#server/connectors/notices/channels.ts'
import { readNoticesConfig } from '#server/connectors/notices/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'notices-'))

function file(content: object): string {
  const path = join(folder, 'notices.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const SMS = {
  kind: 'http',
  url: 'https://sms.example.cn/send',
  keyId: 'yunxi',
  secret: 'env:NO_SUCH_SECRET',
  sign: '云溪一站',
  templates: { zh: { case_sent: { no: 'SMS_1' } }, en: {} },
}

describe('the configuration of channels', () => {
  it('is none without a file, and then nothing leaves', () => {
    expect(noticeChannels(readNoticesConfig(''))).toEqual({})
  })

  it('has quiet hours, limits and tries unless it says others', () => {
    const { sms } = readNoticesConfig(file({ sms: { ...SMS, perDay: 3, quiet: null } }))
    expect(sms).toMatchObject({ perDay: 3, quiet: null, attempts: 12, knowsKeys: false })
    expect(readNoticesConfig(file({ sms: SMS })).sms?.quiet).toEqual({ from: '22:00', to: '08:00' })
  })

  it.each([
    ['a secret in clear', { ...SMS, secret: 'abc' }, 'sms.secret'],
    ['no templates', { ...SMS, templates: undefined }, 'sms.templates'],
    ['hours that are none', { ...SMS, quiet: { from: '25:00', to: '08:00' } }, 'sms.quiet.from'],
    ['a word that nothing knows', { ...SMS, colour: 'red' }, 'sms.colour'],
  ])('with %s is refused by its place', (_what, sms, place) => {
    expect(() => readNoticesConfig(file({ sms }))).toThrow(place)
  })

  it('whose secret is not there stops the start, naming where it should be', () => {
    expect(() => noticeChannels(readNoticesConfig(file({ sms: SMS })))).toThrow('env:NO_SUCH_SECRET')
  })
})
