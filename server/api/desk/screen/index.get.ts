import { readDeskScreen } from '#domain/screens/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FACE_TO_FACE } from '#shared/access/can.ts'
import { deskScreen } from '#shared/contract/screens.ts'

export default endpoint(deskScreen.read, { may: FACE_TO_FACE, read: readDeskScreen })
