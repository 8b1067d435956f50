import { eventHandler, getRouterParam } from 'h3'
import { fileOfObjection } from '#domain/footprint/index.ts'
import { serveFile } from '#server/utils/serve-file.ts'

/** Evidence that was handed in with the report of a wrong value. */
export default eventHandler((event) =>
  serveFile(event, 'signedIn', (look) =>
    fileOfObjection(look, {
      no: getRouterParam(event, 'no') ?? '',
      file: getRouterParam(event, 'file') ?? '',
    }),
  ),
)
