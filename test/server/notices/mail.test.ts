import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useChannels } from '#domain/notices/index.ts'
import { openDeliveries } from '../../support/deliveries.ts'

const { world, mails, mail, tells, last, wants, trouble, later, close } = await openDeliveries()
afterAll(close)
beforeEach(() => {
  world.at('2026-11-23T10:00:00+08:00')
  mails.behave('take')
})
afterEach(() => useChannels({}))

/** The words of a mail, as its head says they are written. */
function wordsOf(mail: string): string {
  const [head = '', body = ''] = mail.split('\r\n\r\n', 2)
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('a notice by mail', () => {
  beforeEach(async () => {
    useChannels({ mail: mail() })
    await wants('lin', { sms: false, mail: 'someone@example.org' })
  })
  const mailsAbout = () => mails.mails.length

  it('has the words and the link of the inbox in the person’s language, and nothing of the person', async () => {
    const no = await tells('lin')
    const mail = mails.mails.at(-1) ?? ''
    const [head] = mail.split('\r\n\r\n', 1)
    expect(head).toContain('To: someone@example.org')
    expect(head).toMatch(/Message-ID: <[\w-]+@yunxi\.example>/)
    const text = wordsOf(mail)
    expect(text).toContain(no)
    expect(text).toContain('生孩子')
    expect(text).toContain(`/cases/${no}`)
    expect(text).not.toContain('林')
    expect(await last('lin')).toEqual([{ channel: 'mail', state: 'sent' }])
  })

  it('carries no codes', async () => {
    const before = mailsAbout()
    await tells('lin', 'consent_code')
    expect(mailsAbout()).toBe(before)
  })

  it('to a mailbox that is not there has failed; to a busy server it waits', async () => {
    mails.behave('refuse')
    const refused = await tells('lin')
    expect(await trouble(refused)).toMatchObject({
      channel: 'mail',
      state: 'failed',
      reason: 'refused',
      code: '550',
    })
    mails.behave('busy')
    const held = await tells('lin')
    expect(await trouble(held)).toMatchObject({ state: 'waiting', reason: 'busy', code: '451' })
    mails.behave('take')
    later(1)
    await world.runJobs()
    expect(await last('lin')).toEqual([{ channel: 'mail', state: 'sent' }])
  })

  it('waits when nobody listens or the server says nothing', async () => {
    mails.behave('hang-at-greeting')
    const unheard = await tells('lin')
    expect(await trouble(unheard)).toMatchObject({ state: 'waiting', reason: 'late' })
    useChannels({ mail: mail({ port: 9 }) })
    const unreached = await tells('lin')
    expect(await trouble(unreached)).toMatchObject({ state: 'waiting', reason: 'unreachable' })
  })

  it.each(['drop-after-data', 'hang-after-data'] as const)(
    'that may have been taken (%s) is not sent twice',
    async (how) => {
      mails.behave(how)
      const no = await tells('lin')
      mails.behave('take')
      later(120)
      await world.runJobs()
      const about = mails.seen.filter((mail) => new RegExp(`/cases/${no}\\b`).test(wordsOf(mail)))
      expect(about).toHaveLength(1)
      expect(await trouble(no)).toMatchObject({ channel: 'mail', state: 'failed', reason: 'unsure' })
    },
  )
})
