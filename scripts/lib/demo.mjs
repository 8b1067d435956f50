import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './machine.mjs'

/** The lines that introduce the demo city: one account for each role and the password of all of them. */
export function demoLines() {
  const demo = city('demo.json')
  const accounts = city('accounts/generated.json')
  const staff = city('staff.json')
  const roles = city('roles.json')
  if (!demo || !accounts || !staff || !roles) return []
  const citizens = [accounts[0], accounts.find((each) => each.mandates?.length)]
    .filter((account) => account !== undefined)
    .map((account) => [account.login, account.note.zh, account.note.en])
  const workers = roles.flatMap((role) => {
    const worker = staff.find((each) => each.roles.includes(role.code))
    return worker ? [[worker.login, role.name.zh, role.name.en]] : []
  })
  const widest = Math.max(...[...citizens, ...workers].map(([login]) => login.length))
  return [
    `Demo accounts (the password of all of them: ${demo.password})`,
    ...[...citizens, ...workers].map(([login, zh, en]) => `  ${login.padEnd(widest)}  ${zh} / ${en}`),
  ]
}

function city(file) {
  const path = join(ROOT, 'db/city', file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
