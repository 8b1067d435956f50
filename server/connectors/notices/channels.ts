import type { Channel, NoticeChannel } from '#shared/notices/delivery.ts'
import { readNoticesConfig } from './config.ts'
import { smsChannel } from './sms.ts'
import { smtpChannel } from './smtp.ts'

/**
 * The ways out that the configuration describes; none without one.
 * @throws Error when the configuration is wrong or a secret is missing
 */
export function noticeChannels({ mail, sms } = readNoticesConfig()): Partial<Record<Channel, NoticeChannel>> {
  return { ...(mail && { mail: smtpChannel(mail) }), ...(sms && { sms: smsChannel(sms) }) }
}
