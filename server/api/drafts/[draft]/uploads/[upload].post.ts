import { takePiece } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { uploads } from '#shared/contract/uploads.ts'

/** A piece of a megabyte, and what a form puts around it. */
const MAX_BYTES = 1_100_000

export default endpoint(uploads.piece, { may: FILLS_IN, maxBytes: MAX_BYTES, flow: takePiece })
