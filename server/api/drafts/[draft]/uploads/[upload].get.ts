import { readUpload } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { uploads } from '#shared/contract/uploads.ts'

export default endpoint(uploads.state, { may: FILLS_IN, read: readUpload })
