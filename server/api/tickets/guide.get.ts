import { hotlineGuide } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.guide, { may: 'anyone', read: hotlineGuide })
