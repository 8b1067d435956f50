import { readCity } from '#db/city/load.ts'
import { acceptCase, decideItem } from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import {
  openCode,
  pairScreen,
  pushToScreen,
  readDeskScreen,
  readScreen,
  signOnScreen,
  type Pushed,
} from '#domain/screens/index.ts'
import type { ScreenView } from '#shared/screens/views.ts'
import { publishStrictBees, sendBees } from '../../support/bee-case.ts'
import { itemsOf } from '../../support/desk.ts'
import { openWorld } from '../../support/world.ts'

export const DRAWN = 'M10 20L30 40L60 20'
export const NOON = '2026-11-23T10:00:00+08:00'

export const world = await openWorld()
await publishStrictBees(world)

const { accounts } = readCity('db/city').accounts
const people = readCity('db/city').people

export function personOf(login: string): { name: string; residentId: string } {
  const residentId = accounts.find((each) => each.login === login)?.residentId ?? ''
  return { residentId, name: people.find((each) => each.residentId === residentId)?.name ?? '' }
}

/** Pairs a screen with a clerk; answers the screen's key. */
export async function pair(login: string): Promise<string> {
  const { code } = await perform(await world.as(login), openCode)
  return (await perform(await world.as('stranger'), (act) => pairScreen(act, { code }))).key
}

export async function push(login: string, pushed: Pushed): Promise<void> {
  await perform(await world.as(login), (act) => pushToScreen(act, pushed))
}

export async function shown(key: string): Promise<ScreenView> {
  return look(await world.as('stranger'), (reading) => readScreen(reading, key))
}

/** Somebody signs what stands on a screen. */
export async function sign(
  key: string,
  more: { name?: string; drawn?: string; seen?: string } = {},
): Promise<void> {
  const { version, task } = await shown(key)
  const name = task && task.kind !== 'rating' ? task.name : ''
  const given = { version, seen: task?.seen ?? '', name, drawn: DRAWN, ...more }
  await perform(await world.as('stranger'), (act) => signOnScreen(act, key, given))
}

export const desk = async (login: string) => look(await world.as(login), readDeskScreen)

/** Registration of bees of somebody, granted and lying at the counter. */
export async function issued(login: string): Promise<{ no: string; item: string }> {
  const no = await sendBees(world, login)
  await world.runJobs()
  const item = (await itemsOf(no))['bee-registration']?.id ?? ''
  const move = async (who: string, decided: Partial<Parameters<typeof decideItem>[1]>) => {
    await perform(await world.as(who), (act) =>
      decideItem(act, { note: '', decision: 'receive', ...decided, item }),
    )
    await world.runJobs()
  }
  await move('counter', { decision: 'receive' })
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
  await move('center', { decision: 'propose', proposal: 'grant' })
  await move('center-head', { decision: 'approveGrant' })
  return { no, item }
}
