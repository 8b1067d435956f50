import type { H3Event } from 'h3'
import type { NitroApp } from 'nitropack/types'
import type { AskInside } from '#shared/contract/ask-inside.ts'
import { askingOf } from './asking.ts'

/** What an endpoint may want to know of the one who asks; what describes the page's own request stays behind. */
const HEADERS = ['cookie', 'host', 'user-agent', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']

/** Runs the endpoint within this process: no address is resolved, no body wrapped and read again. */
export function askInside(nitro: NitroApp, event: H3Event): AskInside {
  return async (url, lang) => {
    const own = event.node.req.headers
    const headers = Object.fromEntries(
      HEADERS.flatMap((name) => {
        const value = own[name]
        return value === undefined ? [] : [[name, String(value)]]
      }),
    )
    // Who asks is found once for the whole page.
    const asking = { ...(await askingOf(event)), lang }
    const { status, body } = await nitro.localCall({
      url,
      headers: { ...headers, 'x-lang': lang },
      context: { _platform: { asking } },
    })
    return { status, text: String(body ?? '') }
  }
}
