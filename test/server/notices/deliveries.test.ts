import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '#db'
import { noticeDeliveries } from '#db/schema/notices.ts'
import {
  handleReports,
  listNotices,
  readContact,
  sendAgain,
  tell,
  useChannels,
} from '#domain/notices/index.ts'
import { look, perform } from '#domain/perform.ts'
import type { HandedOver, NoticeChannel } from '#shared/notices/delivery.ts'
import { idOf, openDeliveries } from '../../support/deliveries.ts'
import { freePort } from '../../support/free-port.ts'

const NOON = '2026-11-23T10:00:00+08:00'
const NAME = { zh: '生孩子', en: 'Having a baby' }

const { world, gateway, sms, tells, last, wants, board, trouble, later, close } = await openDeliveries()
afterAll(close)
beforeEach(() => {
  world.at(NOON)
  gateway.behave('take')
})
afterEach(() => useChannels({}))

describe('without configuration', () => {
  it('nothing leaves: the inbox has it, and the page and the board say that the channels are off', async () => {
    await tells('mother01')
    expect(await last('mother01')).toEqual([])
    expect((await look(await world.as('mother01'), readContact)).open).toEqual([])
    expect((await board()).channels.map(({ open }) => open)).toEqual([false, false])
  })
})

describe('a notice by SMS', () => {
  beforeEach(() => useChannels({ sms: sms() }))

  it('goes to the number of the account by its template, without a name, and the inbox says so', async () => {
    const no = await tells('mother02')
    const sent = gateway.asked.at(-1)
    expect(sent).toMatchObject({ template: 'SMS_1', params: { code: no } })
    expect(sent?.phone).toMatch(/^1\d{10}$/)
    expect(Object.keys(sent?.params ?? {})).toEqual(['code'])
    expect(await last('mother02')).toEqual([{ channel: 'sms', state: 'sent' }])
  })

  it('is delivered, or not, by what the gateway reports', async () => {
    await tells('mother02')
    gateway.reports.set(`ref-${gateway.asked.at(-1)?.key}`, { arrived: true, code: '' })
    await handleReports({}, world.now())
    expect(await last('mother02')).toEqual([{ channel: 'sms', state: 'delivered' }])
    const lost = await tells('mother02')
    gateway.reports.set(`ref-${gateway.asked.at(-1)?.key}`, { arrived: false, code: 'DEAD' })
    await handleReports({}, world.now())
    expect(await trouble(lost)).toMatchObject({ state: 'failed', reason: 'undelivered', code: 'DEAD' })
  })

  it('is not sent when the person does not want it, or the kind has no approved template', async () => {
    const before = gateway.asked.length
    await wants('mother03', { sms: false, mail: '' })
    await tells('mother03')
    await tells('mother02', 'case_closed')
    expect(gateway.asked).toHaveLength(before)
    expect(await last('mother03')).toEqual([])
  })

  it('waits in the night until the morning; a code that somebody waits for does not', async () => {
    world.at('2026-11-23T22:30:00+08:00')
    await tells('mother04')
    expect(await last('mother04')).toEqual([{ channel: 'sms', state: 'waiting' }])
    await tells('mother04', 'consent_code')
    expect(gateway.asked.at(-1)).toMatchObject({ template: 'SMS_2', params: { code: '246810' } })
    world.at('2026-11-24T07:59:00+08:00')
    const before = gateway.asked.length
    await world.runJobs()
    expect(gateway.asked).toHaveLength(before)
    world.at('2026-11-24T08:00:00+08:00')
    await world.runJobs()
    expect(gateway.asked).toHaveLength(before + 1)
  })

  it('is limited to so many a person and day, and begins anew on the next', async () => {
    useChannels({ sms: sms({ perDay: 2 }) })
    const before = gateway.asked.length
    for (let i = 0; i < 3; i += 1) await tells('mother05')
    const over = await tells('mother05')
    expect(gateway.asked).toHaveLength(before + 2)
    expect(await last('mother05')).toEqual([{ channel: 'sms', state: 'given_up' }])
    expect(await trouble(over)).toMatchObject({ reason: 'limit', again: false })
    world.at('2026-11-24T10:00:00+08:00')
    await tells('mother05')
    expect(gateway.asked).toHaveLength(before + 3)
  })

  it('that is refused is not tried again, until a person orders it', async () => {
    gateway.behave('refuse')
    const no = await tells('mother06')
    const before = gateway.asked.length
    later(120)
    await world.runJobs()
    expect(gateway.asked).toHaveLength(before)
    const found = await trouble(no)
    expect(found).toMatchObject({ state: 'failed', reason: 'refused', code: 'BLACKLIST', again: true })
    gateway.behave('take')
    const again = { delivery: found?.id ?? '' }
    await perform(await world.as('supervisor'), (act) => sendAgain(act, again))
    await world.runJobs()
    expect(await last('mother06')).toEqual([{ channel: 'sms', state: 'sent' }])
    await expect(perform(await world.as('supervisor'), (act) => sendAgain(act, again))).rejects.toMatchObject(
      { code: 'changed_meanwhile' },
    )
  })

  it('is tried again later while the gateway is busy, and given up after so many tries', async () => {
    gateway.behave('busy')
    const held = await tells('mother07')
    expect(await trouble(held)).toMatchObject({ state: 'waiting', reason: 'busy', code: '503', attempts: 1 })
    later(1)
    await world.runJobs()
    gateway.behave('take')
    later(1)
    await world.runJobs()
    expect(await last('mother07')).toEqual([{ channel: 'sms', state: 'sent' }])
    gateway.behave('busy')
    const never = await tells('mother07')
    for (let i = 0; i < 4; i += 1) {
      later(5)
      await world.runJobs()
    }
    expect(await trouble(never)).toMatchObject({
      state: 'given_up',
      reason: 'busy',
      attempts: 3,
      again: true,
    })
  })

  it('is tried again when nobody listens', async () => {
    useChannels({ sms: sms({ url: `http://127.0.0.1:${await freePort()}/send`, knowsKeys: false }) })
    const no = await tells('mother08')
    expect(await trouble(no)).toMatchObject({ state: 'waiting', reason: 'unreachable' })
  })

  it('that timed out goes again under its key, so that the person gets one', async () => {
    gateway.behave('take-and-hang')
    const no = await tells('mother09')
    gateway.behave('take')
    later(1)
    await world.runJobs()
    expect(gateway.asked.filter(({ params }) => params.code === no)).toHaveLength(2)
    expect([...gateway.got.values()].filter(({ params }) => params.code === no)).toHaveLength(1)
    expect(await last('mother09')).toEqual([{ channel: 'sms', state: 'sent' }])
  })

  it.each(['broken', 'take-and-hang'] as const)(
    'that a gateway without keys left unsure (%s) is not sent twice',
    async (how) => {
      useChannels({ sms: sms({ knowsKeys: false }) })
      gateway.behave(how)
      const no = await tells('mother10')
      gateway.behave('take')
      later(120)
      await world.runJobs()
      expect(gateway.asked.filter(({ params }) => params.code === no)).toHaveLength(1)
      expect(await trouble(no)).toMatchObject({ state: 'failed', reason: 'unsure', again: true })
    },
  )
})

describe('a process that dies between handing over and noting the answer', () => {
  /** Takes a message and dies before it can say so. */
  async function dies(channel: NoticeChannel): Promise<string> {
    const killed: NoticeChannel = {
      ...channel,
      async send(message): Promise<HandedOver> {
        await channel.send(message)
        throw new Error('killed')
      },
    }
    useChannels({ sms: killed })
    const no = await tells('mother11')
    useChannels({ sms: channel })
    later(5)
    await world.runJobs()
    return no
  }
  const asked = (no: string) => gateway.asked.filter(({ params }) => params.code === no).length

  it('leaves one message where the gateway knows our keys: it is asked again', async () => {
    const no = await dies(sms())
    expect(asked(no)).toBe(2)
    expect([...gateway.got.values()].filter(({ params }) => params.code === no)).toHaveLength(1)
    expect(await last('mother11')).toEqual([{ channel: 'sms', state: 'sent' }])
  })

  it('leaves one message elsewhere too: it is not asked again, and staff see that it is unsure', async () => {
    const no = await dies(sms({ knowsKeys: false }))
    expect(asked(no)).toBe(1)
    expect(await trouble(no)).toMatchObject({ state: 'failed', reason: 'unsure' })
  })
})

it('a change of the way one is told is told, in English to who chose it', async () => {
  useChannels({ sms: sms() })
  await wants('father', { sms: true, mail: '', lang: 'en' })
  const { rows } = await look(await world.as('father'), (it) => listNotices(it, {}))
  expect(rows[0]?.kind).toBe('contact_changed')
  await tells('father')
  expect(gateway.asked.at(-1)).toMatchObject({ template: 'SMS_1E' })
})

it('what hangs holds up nothing else, and no delivery keeps words or addresses', async () => {
  gateway.behave('hang')
  useChannels({ sms: sms({ timeoutMs: 2000 }) })
  const person = await world.as('mother12')
  for (let i = 0; i < 4; i += 1)
    await perform(person, (act) =>
      tell(act, idOf(person), 'case_sent', `hang ${i}`, { no: `H${i}`, name: NAME }, '/cases/H'),
    )
  const began = performance.now()
  await world.runJobs()
  // One after the other they would take four times as long.
  expect(performance.now() - began).toBeLessThan(6000)
  const rows = await read().select().from(noticeDeliveries)
  expect(JSON.stringify(rows)).not.toMatch(/1[3-9]\d{9}"|example\.org|246810|生孩子/)
})
