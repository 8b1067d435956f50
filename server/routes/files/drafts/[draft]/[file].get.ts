import { eventHandler, getRouterParam } from 'h3'
import { fileOfDraft } from '#domain/forms/index.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { serveFile } from '#server/utils/serve-file.ts'

/** A file of one's own draft, for looking at it before it is sent. */
export default eventHandler((event) =>
  serveFile(event, FILLS_IN, (look) =>
    fileOfDraft(look, getRouterParam(event, 'draft') ?? '', getRouterParam(event, 'file') ?? ''),
  ),
)
