import type { Bundle } from '../catalog/bundle.ts'
import type { GuideList } from '../contract/guides.ts'
import { savingsOf } from '../forms/savings.ts'
import type { Lang } from '../text.ts'
import type { Published } from './published.ts'

/** Everything that can be done here, in plain words. */
export function guideList(published: Published, bundles: readonly Bundle[], lang: Lang): GuideList {
  return {
    lifeEvents: [...bundles].sort(byPlace).map((bundle) => {
      const { code, title, summary, audience } = bundle.lifeEvent
      return { code, title: title[lang], summary: summary[lang], audience, savings: savingsOf(bundle) }
    }),
    policies: published.all('policy').length,
  }
}

function byPlace(a: Bundle, b: Bundle): number {
  return (a.lifeEvent.place ?? Infinity) - (b.lifeEvent.place ?? Infinity) || 0
}
