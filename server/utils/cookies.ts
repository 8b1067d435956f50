/** How cookies of ours are set: never readable by scripts, never sent by other sites, only over TLS in a city. */
export function cookieOptions(maxAgeSeconds?: number) {
  return {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: process.env.COOKIES === 'secure' || process.env.YIZHAN_MODE === 'city',
    ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  }
}
