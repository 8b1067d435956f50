import { verifyFile } from '#domain/certificates/index.ts'
import { look } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { isUpload } from '#server/utils/uploaded-file.ts'
import { certificates } from '#shared/contract/certificates.ts'
import { Refusal } from '#shared/refusal.ts'

const MAX_BYTES = 20 * 1024 * 1024

export default endpoint(certificates.verifyFile, {
  may: 'anyone',
  maxBytes: MAX_BYTES,
  flow(who, input) {
    const { file } = input
    const upload = isUpload(file) ? file[0] : undefined
    if (!upload) throw new Refusal('invalid_input', { problems: [{ field: 'file', code: 'file_missing' }] })
    return look(who, (reading) => verifyFile(reading, upload.data))
  },
  after: ({ result, identifier }) => `/verify/${identifier ? encodeURIComponent(identifier) : result}`,
})
