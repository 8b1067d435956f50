/*
 * Identifiers of an X-Road: parts separated by slashes, each percent-encoded by itself (X-Road Message Protocol for
 * REST, 4.2). The configuration writes them the same way.
 */

/** A part as it stands in an address or a header: only unreserved characters stay (RFC 3986). */
export function encodePart(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The parts of an identifier in their own characters. */
export function partsOf(identifier: string): string[] {
  return identifier.split('/').map(decodePart)
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** An identifier in its one spelling, whatever was escaped needlessly. */
export function identifier(parts: readonly string[]): string {
  return parts.map(encodePart).join('/')
}

/** Two spellings of one identifier. */
export function sameIdentifier(one: string, other: string): boolean {
  return identifier(partsOf(one)) === identifier(partsOf(other))
}

/** Instance, class, member, subsystem and service code: the identifier of the service without the path behind it. */
export function serviceOf(service: string): string {
  return service.split('/').slice(0, 5).join('/')
}
