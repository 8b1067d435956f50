import { pushToScreen, readDeskScreen } from '#domain/screens/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { backTo } from '#server/utils/safe-path.ts'
import { FACE_TO_FACE } from '#shared/access/can.ts'
import { deskScreen } from '#shared/contract/screens.ts'

export default endpoint(deskScreen.push, {
  may: FACE_TO_FACE,
  async run(act, { page, ...pushed }) {
    await pushToScreen(act, pushed)
    return { ...(await readDeskScreen(act)), page }
  },
  after: ({ page }) => backTo(page),
})
