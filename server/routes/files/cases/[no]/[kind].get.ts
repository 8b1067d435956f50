import { eventHandler, getRouterParam } from 'h3'
import { documentOf } from '#domain/cases/index.ts'
import { serveFile } from '#server/utils/serve-file.ts'

/** A formal document of a case: the newest of a kind, or one by its id. */
export default eventHandler((event) =>
  serveFile(event, 'signedIn', (look) =>
    documentOf(look, getRouterParam(event, 'no') ?? '', getRouterParam(event, 'kind') ?? ''),
  ),
)
