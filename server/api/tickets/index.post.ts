import { file } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.file, { may: 'person', run: file, after: ({ no }) => `/hotline/${no}` })
