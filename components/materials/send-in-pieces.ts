import { addressOf } from '#shared/contract/contract.ts'
import { uploads, type UploadState } from '#shared/contract/uploads.ts'

const PIECE = 1_048_576

/** Waits between tries, milliseconds. After the last the person is asked to try again later. */
const WAITS = [1000, 3000, 9000, 20_000]

/** Thrown when the connection stays away; what arrived is kept for a day. */
export class Interrupted extends Error {}

/**
 * Sends a file in pieces, from where it was interrupted if it was.
 * @param begins whether it is the first file that this page sends
 * @param progress called with the share that arrived, 0 to 1
 * @returns false when it cannot be sent this way: then the form sends it
 * @throws Interrupted
 */
export async function sendInPieces(
  draft: string,
  material: string,
  file: File,
  begins: boolean,
  progress: (share: number) => void,
): Promise<boolean> {
  const announced = {
    material,
    name: file.name,
    bytes: file.size,
    modified: String(file.lastModified),
    ...(begins && { begins: '1' }),
  }
  let state = await post(addressOf(uploads.start, { draft }), () => JSON.stringify(announced), {
    'content-type': 'application/json',
  })
  if (!state) return false
  const address = addressOf(uploads.piece, { draft, upload: state.upload })
  while (state.received < file.size) {
    const { received } = state
    progress(received / file.size)
    const next = await post(address, () => pieceOf(file, received))
    if (!next) return false
    state = next
  }
  progress(1)
  return true
}

function pieceOf(file: File, received: number): FormData {
  const form = new FormData()
  form.set('offset', String(received))
  form.set('piece', file.slice(received, received + PIECE), 'piece')
  return form
}

/** Posts, again and again while the connection is gone or the server is; undefined when it refuses. */
async function post(
  address: string,
  body: () => BodyInit,
  headers: Record<string, string> = {},
): Promise<UploadState | undefined> {
  for (const wait of [...WAITS, 0]) {
    const answer = await fetch(address, { method: 'POST', body: body(), headers }).catch(() => undefined)
    if (answer?.ok) return (await answer.json()) as UploadState
    if (answer && answer.status < 500 && answer.status !== 409) return undefined
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  throw new Interrupted()
}
