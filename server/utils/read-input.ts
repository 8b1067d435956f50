import { getHeader, getQuery, getRouterParams, readMultipartFormData, readRawBody, type H3Event } from 'h3'
import type { Contract } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/refusal.ts'
import { readAtMost } from './read-at-most.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** Longest body of a request without files. */
const MAX_BODY = 256 * 1024

/** Path, query and body of a request as one record; files of a multipart form as lists of UploadedFile. */
export async function readInput(
  event: H3Event,
  contract: Contract,
  maxBytes = MAX_BODY,
): Promise<Record<string, unknown>> {
  const params = getRouterParams(event, { decode: true })
  if (contract.method === 'GET') return { ...getQuery(event), ...params }
  if (Number(getHeader(event, 'content-length') ?? 0) > maxBytes) throw new Refusal('file_too_big')
  if (getHeader(event, 'transfer-encoding')) event._requestBody = await readAtMost(event.node.req, maxBytes)
  const body = await readBody(event)
  keepForReturn(event, body)
  return { ...body, ...params }
}

/** What the answer may need: the idempotency key of a form, and what was typed, without passwords and files. */
function keepForReturn(event: H3Event, body: Record<string, unknown>): void {
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      entry[0] !== 'password' &&
      !entry[0].startsWith('_') &&
      [entry[1]].flat().every((each) => typeof each === 'string'),
  )
  event.context.formValues = Object.fromEntries(texts)
  if (typeof body._key === 'string' && /^[\w-]{16,64}$/.test(body._key)) event.context.formKey = body._key
}

async function readBody(event: H3Event): Promise<Record<string, unknown>> {
  const type = getHeader(event, 'content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return fromParts(await readMultipartFormData(event))
  const body = (await readRawBody(event)) ?? ''
  if (body.length > MAX_BODY) throw new Refusal('file_too_big')
  if (body === '') return {}
  if (type.startsWith('application/json')) return fromJson(body)
  return fromForm(new URLSearchParams(body))
}

function fromJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Answered below like any other body that is no object.
  }
  throw new Refusal('invalid_input')
}

/**
 * A name posted twice becomes a list: that is how native check boxes speak. A field may have any name, also one that
 * every object has.
 */
function fromForm(form: Iterable<[string, string]>): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of form) {
    const before = values[name]
    values[name] = before === undefined ? value : [before, value].flat()
  }
  return values
}

function fromParts(parts: Awaited<ReturnType<typeof readMultipartFormData>>): Record<string, unknown> {
  const texts: [string, string][] = []
  const files: Record<string, UploadedFile[]> = Object.create(null)
  for (const { name = '', filename, type = '', data } of parts ?? []) {
    if (filename === undefined) texts.push([name, data.toString('utf8')])
    // A file field left empty is posted as a nameless file of no bytes.
    else if (data.length > 0 || filename !== '') (files[name] ??= []).push({ name: filename, type, data })
  }
  return { ...fromForm(texts), ...files }
}
