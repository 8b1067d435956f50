import { CHANNELS, type Channel, type NoticeChannel } from '#shared/notices/delivery.ts'
import type { Reader } from '#db'

type Phones = (reader: Reader, personId: string) => Promise<string | undefined>

let channels: Partial<Record<Channel, NoticeChannel>> = {}
let phones: Phones = async () => undefined

/** Names the ways out that the configuration describes; without any, notices stay in the inbox. */
export function useChannels(given: Partial<Record<Channel, NoticeChannel>>): void {
  channels = given
}

/** Names who knows the telephone number of an account. */
export function usePhones(given: Phones): void {
  phones = given
}

export function channelOf(channel: Channel): NoticeChannel | undefined {
  return channels[channel]
}

/** The ways out that are open. */
export function openChannels(): Channel[] {
  return CHANNELS.filter((channel) => channels[channel] !== undefined)
}

export function phoneOf(reader: Reader, personId: string): Promise<string | undefined> {
  return phones(reader, personId)
}
