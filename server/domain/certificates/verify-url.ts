/** Where a document can be checked by anyone; printed as a code on its face. `PUBLIC_URL` is the portal's address. */
export function verifyUrlOf(identifier: string): string {
  const base = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`
  return `${base}/verify/${encodeURIComponent(identifier)}`
}
