import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { createError, createEvent, type H3Event } from 'h3'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { noteFailure } from '#server/utils/note-failure.ts'

function eventAt(path: string): H3Event {
  const request = new IncomingMessage(new Socket())
  request.url = path
  return createEvent(request, new ServerResponse(request))
}

/** What the log says meanwhile. */
function logged(act: () => void): Record<string, unknown>[] {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  act()
  return write.mock.calls.map(([line]): Record<string, unknown> => JSON.parse(String(line)))
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a page that fails', () => {
  it('stands in the log under the trace that its error page shows', () => {
    const error = createError(new RangeError('Invalid time value'))
    const lines = logged(() => noteFailure(error, eventAt('/desk/exchange/board?period=week')))
    expect(lines).toMatchObject([
      { level: 'error', message: 'unexpected error', page: '/desk/exchange/board' },
    ])
    expect(lines[0]?.stack).toMatch(/^RangeError: Invalid time value \| .*failures\.test/)
    expect(error.data).toEqual({ trace: lines[0]?.trace })
  })

  it('is not logged again when an endpoint did, nor when something is only not there', () => {
    const refused = createError({ statusCode: 500, data: { refusal: 'internal', trace: 'known' } })
    const missing = createError({ statusCode: 404 })
    expect(
      logged(() => {
        noteFailure(refused, eventAt('/'))
        noteFailure(missing, eventAt('/nowhere'))
      }),
    ).toEqual([])
    expect(refused.data).toMatchObject({ trace: 'known' })
  })
})
