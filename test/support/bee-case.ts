import { publish, refreshCatalog, submit, upload } from '#domain/catalog/index.ts'
import { perform } from '#domain/perform.ts'
import { both, beekeeping } from './small-event.ts'
import { sendWalked, walkToCheck } from './walk.ts'
import type { World } from './world.ts'

/**
 * Publishes a life event whose first item uses all that the law knows: looked through before originals are seen, asked
 * about during review, seen by two people, handed over on paper.
 */
export async function publishStrictBees(world: World): Promise<void> {
  const content = beekeeping()
  const item = content.item.map((each) =>
    each.code === 'bee-registration'
      ? {
          ...each,
          preReview: true,
          fourEyes: true,
          asksInReview: { basis: both('试验', 'trial') },
          result: { ...each.result, physical: true },
        }
      : each,
  )
  const officer = await world.as('catalog')
  const given = { package: '', title: 'bees', json: JSON.stringify({ ...content, item }) }
  const { package: id } = await perform(officer, (act) => upload(act, given))
  await perform(officer, (act) => submit(act, { package: id }))
  await perform(await world.as('catalog2'), (act) => publish(act, { package: id, startsOn: '' }))
  await refreshCatalog()
}

/** An application for bees alone; answers its number. */
export async function sendBees(world: World, login: string): Promise<string> {
  const who = await world.as(login)
  const answers = { 'situation.sellsHoney': 'no', 'bees.hives': '12' }
  return sendWalked(who, await walkToCheck(who, 'beekeeping', answers))
}
