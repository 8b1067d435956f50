import { eventHandler, getRouterParam } from 'h3'
import { ownCertificateFile } from '#domain/certificates/index.ts'
import { serveFile } from '#server/utils/serve-file.ts'

/** The PDF of a certificate in one's own wallet. */
export default eventHandler((event) =>
  serveFile(event, 'person', (look) =>
    ownCertificateFile(look, getRouterParam(event, 'identifier', { decode: true }) ?? ''),
  ),
)
