/**
 * Codes for services: the last part of their names; of several that are called alike, as many parts as tell them apart.
 * The same services have the same codes in each run.
 * @param services names whose parts are percent-encoded, separated by slashes
 */
export function codesOf(services: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>()
  const most = Math.max(1, ...services.map((service) => service.split('/').length))
  let open = [...new Set(services)].sort()
  for (let parts = 1; parts <= most && open.length > 0; parts += 1) {
    const named = open.map((service) => ({ service, code: codeOf(service, parts) }))
    const single = named.filter(({ code }) => code && named.filter((each) => each.code === code).length === 1)
    for (const { service, code } of single) codes.set(service, code)
    open = open.filter((service) => !codes.has(service))
  }
  // Names in another script, which leave nothing to tell them apart by.
  for (const [index, service] of open.entries())
    codes.set(service, `${codeOf(service, 1) || 'service'}-${index + 1}`)
  return codes
}

function codeOf(service: string, parts: number): string {
  const name = service.split('/').slice(-parts).map(decoded).join('-')
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
