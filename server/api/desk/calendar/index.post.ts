import { uploadCalendar } from '#domain/work/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { isUpload } from '#server/utils/uploaded-file.ts'
import { calendar } from '#shared/contract/calendar.ts'
import { Refusal } from '#shared/refusal.ts'

/** A year has some forty days. */
const MAX_BYTES = 256 * 1024

export default endpoint(calendar.upload, {
  may: 'catalog.publish',
  maxBytes: MAX_BYTES,
  async run(act, { json, file }) {
    const text = isUpload(file) ? file[0]?.data.toString('utf8') : json
    if (!text) throw new Refusal('invalid_input', { problems: [{ field: 'json', code: 'missing' }] })
    return uploadCalendar(act, { json: text })
  },
  after: ({ year }) => `/desk/calendar/${year}`,
})
