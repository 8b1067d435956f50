import { eventHandler, getRouterParam } from 'h3'
import { fileOfCase } from '#domain/cases/index.ts'
import { serveFile } from '#server/utils/serve-file.ts'

/** A file that was handed in with a case. */
export default eventHandler((event) =>
  serveFile(event, 'signedIn', async (look) => {
    const fileId = getRouterParam(event, 'file') ?? ''
    return { fileId, ...(await fileOfCase(look, getRouterParam(event, 'no') ?? '', fileId)) }
  }),
)
