import { upload } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { isUpload } from '#server/utils/uploaded-file.ts'
import { catalog } from '#shared/contract/catalog.ts'
import { Refusal } from '#shared/refusal.ts'

/** A life event with everything it brings is some hundred KB. */
const MAX_BYTES = 8 * 1024 * 1024

export default endpoint(catalog.upload, {
  may: 'catalog.write',
  maxBytes: MAX_BYTES,
  async run(act, { package: id, title, json, file }) {
    const text = isUpload(file) ? file[0]?.data.toString('utf8') : json
    if (!text) throw new Refusal('invalid_input', { problems: [{ field: 'json', code: 'missing' }] })
    return upload(act, { package: id, title, json: text })
  },
  after: ({ package: id }) => `/desk/catalog/packages/${id}`,
})
