import { ownCases } from '#domain/cases/index.ts'
import { openDrafts } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { my } from '#shared/contract/my.ts'

export default endpoint(my.open, {
  may: 'person',
  async read(look) {
    const [drafts, cases] = await Promise.all([openDrafts(look), ownCases(look)])
    return {
      cases: [
        ...cases
          .filter(({ state }) => state !== 'closed')
          .map(({ no, title, state }) => ({
            title,
            state,
            action: state === 'correcting' ? 'correct' : 'read',
            href: state === 'correcting' ? `/cases/${no}/correction` : `/cases/${no}`,
          })),
        ...drafts.map(({ id, title, next }) => ({
          title,
          state: 'draft',
          action: 'resume',
          href: `/apply/${id}/${next}`,
        })),
      ],
    }
  },
})
