import type { GuideList } from '../contract/guides.ts'
import type { Lang } from '../text.ts'
import type { Published } from './published.ts'

/** Everything that can be done here, in plain words. */
export function guideList(published: Published, lang: Lang): GuideList {
  return {
    lifeEvents: published.all('lifeEvent').map(({ code, title, summary, audience, items }) => ({
      code,
      title: title[lang],
      summary: summary[lang],
      audience,
      items: items.length,
    })),
    items: published
      .all('item')
      .map(({ code, name, summary }) => ({ code, name: name[lang], summary: summary[lang] })),
    policies: published.all('policy').length,
  }
}
