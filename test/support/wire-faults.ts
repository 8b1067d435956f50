import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'

/** How a server can misbehave on the wire, whatever protocol it speaks. */
export const WIRE_FAULTS = [
  'silent',
  'html',
  'half-json',
  'deep-json',
  'huge',
  'redirect',
  'drip',
  'dies',
  'hangs-up',
] as const
export type WireFault = (typeof WIRE_FAULTS)[number]

/** Where a redirect leads: a host that must never be asked. */
export const ELSEWHERE = 'http://elsewhere.invalid/steal'

const HUGE = 50 * 1024 * 1024

/** Bytes that were handed to the network for endless answers: how long the client went on reading. */
export const sentOfHuge = { bytes: 0 }

export function isWireFault(fault: string): fault is WireFault {
  return WIRE_FAULTS.some((each) => each === fault)
}

/** Answers wrongly, in place of `json`, which would be right. */
export function misbehave(
  fault: WireFault,
  request: IncomingMessage,
  response: ServerResponse,
  json: string,
): void {
  if (fault === 'silent') return
  if (fault === 'hangs-up') return void request.socket.destroy()
  if (fault === 'html') return send(response, '<!doctype html><title>Bad gateway</title>', 'text/html')
  if (fault === 'half-json') return send(response, json.slice(0, json.length / 2))
  if (fault === 'deep-json') return send(response, deep(json))
  if (fault === 'redirect') {
    response.writeHead(302, { location: ELSEWHERE })
    return void response.end()
  }
  if (fault === 'huge') return sendHuge(response)
  response.setHeader('content-type', 'application/json')
  if (fault === 'dies') {
    response.setHeader('content-length', json.length * 2)
    response.write(json.slice(0, json.length / 2))
    return void setTimeout(() => request.socket.destroy(), 20)
  }
  drip(response)
}

/** The right answer with one more member: lists within lists. */
function deep(json: string): string {
  const [open, close] = ['[', ']'].map((each) => each.repeat(100_000))
  return `{"deep":${open}${close},${json.slice(1)}`
}

function send(response: ServerResponse, text: string, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': type })
  response.end(text)
}

function sendHuge(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  sentOfHuge.bytes = 0
  // The client breaks off: that is what is tested.
  pipeline(Readable.from(spaces()), response, () => {})
}

function* spaces(): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, ' ')
  for (; sentOfHuge.bytes < HUGE; sentOfHuge.bytes += piece.length) yield piece
}

/** One byte after another, for ever: each comes in time, the whole never does. */
function drip(response: ServerResponse): void {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
