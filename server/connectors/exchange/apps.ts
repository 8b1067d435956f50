import * as v from 'valibot'
import { listed, say, type Lang } from '#shared/text.ts'
import { shaped } from '../../../db/city/parse.ts'
import { collector, showFinding } from '../../../db/city/refuse.ts'
import { outsideApp, type OutsideApp } from './app-shape.ts'
import { paramsKey } from './gateway/seal-params.ts'
import { readSecret } from './secrets.ts'
import { exchangeConfigFile, readExchangeConfig } from './config.ts'

let apps = new Map<string, OutsideApp>()

/**
 * Reads which other systems may ask the portal (`apps` of the exchange's configuration), and whether their keys are
 * where it says.
 * @throws Error with a line for everything that is wrong: file, place in it, what to do
 */
export function readApps(): OutsideApp[] {
  const { findings, refuse } = collector()
  const file = exchangeConfigFile()
  const read = shaped(v.array(outsideApp), readExchangeConfig().apps ?? [], (path, what) =>
    refuse(file, ['apps', ...path], what),
  )
  const keys = (read ?? []).map(({ key }) => key)
  for (const [i, key] of keys.entries())
    if (keys.indexOf(key) < i) refuse(file, ['apps', i, 'key'], `“${key}” is there twice; give each its own`)
  for (const [i, app] of (read ?? []).entries())
    checkSecrets(app, (what) => refuse(file, ['apps', i, 'secrets'], what))
  if (findings.length > 0) throw new Error(findings.map(showFinding).join('\n'))
  return read ?? []
}

function checkSecrets({ cipher, secrets }: OutsideApp, refuse: (what: string) => void): void {
  try {
    readSecret(secrets.sign)
    paramsKey(cipher, readSecret(secrets.seal))
  } catch (error) {
    refuse(error instanceof Error ? error.message : 'cannot be read')
  }
}

/** Says which other systems may ask the portal. */
export function useApps(known: readonly OutsideApp[]): void {
  apps = new Map(known.map((app) => [app.key, app]))
}

/** The system with this key, if it may ask the portal. */
export function appOf(key: string): OutsideApp | undefined {
  return apps.get(key)
}

/** What a system is called; its key when it is not known any more. */
export function appName(key: string, lang: Lang): string {
  const app = apps.get(key)
  return app ? say(app.name, lang) : key
}

/** What the systems of a department or body are called, in one line; empty when none is known. */
export function appsOf(unit: string, lang: Lang): string {
  const names = [...apps.values()].flatMap((app) => (app.unit === unit ? [say(app.name, lang)] : []))
  return listed(names, lang)
}
