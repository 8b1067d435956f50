import { setHeader, setResponseStatus, type H3Event } from 'h3'
import { openFile } from '#domain/files/index.ts'
import type { Look } from '#domain/act.ts'
import { look } from '#domain/perform.ts'
import { can, type Demand } from '#shared/access/can.ts'
import { Refusal } from '#shared/refusal.ts'
import { askingOf } from './asking.ts'
import { redirectTo } from './form-post.ts'

/** A file to be sent, and what it is called: one that lies somewhere, or a text to be kept that was just made. */
export type ServedFile =
  { fileId: string; name: string; mime?: string } | { text: string; name: string; mime: string }

/** A file is looked at, nothing more: whatever it is, nothing in it runs, loads or is framed as ours. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/** How the browser is to show and call a file, RFC 6266; what RFC 8187 does not let stand is escaped as well. */
function dispositionOf(way: 'inline' | 'attachment', name: string): string {
  const escaped = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${way}; filename*=UTF-8''${escaped}`
}

/** Answers with a file that the domain has found for this actor; whoever must sign in first is sent there. */
export async function serveFile(
  event: H3Event,
  may: Demand,
  find: (look: Look) => Promise<ServedFile>,
): Promise<Buffer | string | void> {
  const who = await askingOf(event)
  try {
    if (!can(who.actor, may))
      throw new Refusal(who.actor.kind === 'stranger' ? 'not_signed_in' : 'not_allowed')
    const file = await look(who, find)
    const isMade = 'text' in file
    const content = isMade ? file.text : await openFile(file.fileId)
    setHeader(event, 'content-type', file.mime ?? 'application/pdf')
    setHeader(event, 'x-content-type-options', 'nosniff')
    setHeader(event, 'content-security-policy', FILE_POLICY)
    setHeader(event, 'content-disposition', dispositionOf(isMade ? 'attachment' : 'inline', file.name))
    setHeader(event, 'cache-control', 'private, no-store')
    return content
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'not_signed_in')
      return redirectTo(event, `/sign-in?back=${encodeURIComponent(event.path)}`, who.lang)
    setResponseStatus(event, error.status)
    return error.code
  }
}
