import { startUpload } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { uploads } from '#shared/contract/uploads.ts'

export default endpoint(uploads.start, { may: FILLS_IN, run: startUpload })
