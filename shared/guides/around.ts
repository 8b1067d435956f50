import type { Hall } from '../catalog/documents.ts'
import type { Offer } from '../catalog/offer.ts'
import type { GuideRating } from '../contract/guides.ts'
import type { Text } from '../text.ts'

/** What a guide tells besides its own documents. */
export interface Around {
  /** The halls that take it. */
  halls: readonly Hall[]
  offer: Offer
  /** `YYYY-MM-DD` of the newest document in it; null when nobody knows. */
  updatedOn: string | null
  /** Ratings by the code of the life event; those without are not rated yet. */
  ratings: Readonly<Record<string, GuideRating>>
  /** The title of a life event, where it is published. */
  titleOf: (lifeEvent: string) => Text | undefined
}
