import { chooseContact, listNotices, readDeliveries, tell } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { MailConfig, SmsConfig } from '#server/connectors/notices/config.ts'
import { smsChannel } from '#server/connectors/notices/sms.ts'
import { smtpChannel } from '#server/connectors/notices/smtp.ts'
import type { NoticeChannel } from '#shared/notices/delivery.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import { openMailServer } from './mail-server.ts'
import { openSmsGateway } from './sms-gateway.ts'
import { openWorld } from './world.ts'

const SECRET = 'a secret of the test'
const NAME = { zh: '生孩子', en: 'Having a baby' }

export function idOf({ actor }: Asking): string {
  return actor.kind === 'person' ? actor.id : ''
}

/** The world with a mail server and a gateway for SMS, and what tests of deliveries do with them. */
export async function openDeliveries() {
  process.env.TEST_SMS_SECRET = SECRET
  const world = await openWorld()
  const mails = await openMailServer()
  const gateway = await openSmsGateway(SECRET)
  const QUIET = { from: '22:00', to: '08:00' }

  function sms(over: Partial<SmsConfig> = {}): NoticeChannel {
    return smsChannel({
      kind: 'http',
      url: `${gateway.url}/send`,
      reportsUrl: `${gateway.url}/reports`,
      keyId: 'yunxi',
      secret: 'env:TEST_SMS_SECRET',
      sign: '云溪一站',
      knowsKeys: true,
      perDay: 10,
      attempts: 3,
      quiet: QUIET,
      timeoutMs: 300,
      codes: { taken: ['OK'], busy: ['BUSY'] },
      templates: {
        zh: {
          case_sent: { no: 'SMS_1', params: { code: 'no' } },
          consent_code: { no: 'SMS_2', params: { code: 'code' } },
        },
        en: { case_sent: { no: 'SMS_1E', params: { code: 'no' } } },
      },
      ...over,
    })
  }

  function mail(over: Partial<MailConfig> = {}): NoticeChannel {
    return smtpChannel({
      kind: 'smtp',
      host: '127.0.0.1',
      port: mails.port,
      secure: false,
      plain: true,
      from: '云溪一站 <no-reply@yunxi.example>',
      perDay: 10,
      attempts: 3,
      quiet: QUIET,
      timeoutMs: 300,
      ...over,
    })
  }

  let running = 0

  /** Tells somebody something and lets the jobs run; answers the number it was about. */
  async function tells(login: string, kind: NoticeKind = 'case_sent'): Promise<string> {
    const person = await world.as(login)
    running += 1
    const no = `T${running}`
    await perform(person, (act) =>
      tell(act, idOf(person), kind, `test ${no}`, { no, name: NAME, code: '246810' }, `/cases/${no}`),
    )
    await world.runJobs()
    return no
  }

  /** How the last thing that somebody was told went out. */
  async function last(login: string) {
    const { rows } = await look(await world.as(login), (it) => listNotices(it, {}))
    return rows[0]?.sent
  }

  async function wants(login: string, wish: { sms: boolean; mail: string; lang?: 'zh' | 'en' }) {
    await perform(await world.as(login), (act) => chooseContact(act, { lang: 'zh', ...wish }))
    await world.runJobs()
  }

  const board = async () => look(await world.as('supervisor'), readDeliveries)
  /** What the board says went wrong with the message about a number. */
  const trouble = async (about: string) => (await board()).troubles.find(({ no }) => no === about)
  const later = (minutes: number) => world.at(new Date(world.now() + minutes * 60_000).toISOString())

  const close = async () => {
    await mails.close()
    await gateway.close()
  }
  return { world, mails, gateway, sms, mail, tells, last, wants, board, trouble, later, close }
}
