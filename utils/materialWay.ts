import type { GuideMaterial } from '#shared/contract/guides.ts'

/** The key, in the texts of guides, of how a material is given. */
export function materialWay(how: GuideMaterial['how']): string {
  return {
    exempt: 'how_exempt',
    ownItem: 'how_own',
    wallet: 'how_wallet',
    sign: 'how_sign',
    commit: 'how_commit',
    upload: 'how_upload',
    optional: 'how_optional',
  }[how]
}

/** Whether a material need not be handed in at all. */
export function isSpared(how: GuideMaterial['how']): boolean {
  return how === 'exempt' || how === 'ownItem' || how === 'wallet'
}
