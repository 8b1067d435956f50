import type { DraftContent } from '#shared/forms/draft.ts'

/**
 * The consent under which registers are asked for a draft; null when there is none, and while the person has to decide
 * anew: their situation is another one, or something that was looked up was taken out.
 */
export function consentIn({ consentId, saved }: Pick<DraftContent, 'consentId' | 'saved'>): string | null {
  return saved.includes('consent') ? consentId : null
}
