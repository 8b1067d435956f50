import { openCode } from '#domain/screens/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { backTo } from '#server/utils/safe-path.ts'
import { FACE_TO_FACE } from '#shared/access/can.ts'
import { deskScreen } from '#shared/contract/screens.ts'

export default endpoint(deskScreen.code, {
  may: FACE_TO_FACE,
  run: async (act, { page }) => ({ ...(await openCode(act)), page }),
  after: ({ code, page }) => backTo(page, { code }),
})
