import { alternate, median, result, shares, show, showMachine } from './lib/frame.ts'
import { signIn } from './lib/client.ts'
import { load } from './lib/load.ts'
import { copyDraft, freshCity, LOGIN, prepareDraft } from './lib/prepared.ts'
import { serveBare, serveOn } from './lib/servers.ts'

/*
 * Requests per second of the home page, a guide and a form page, against a bare server of the same framework that
 * answers one line of JSON or renders one bare page. The form page counts in milliseconds of the server, alone.
 */

const AT_ONCE = 16
const SECONDS = 3

const { file, folder } = freshCity('pages')
const prepared = await prepareDraft()
const [draft = ''] = await copyDraft(file, prepared.draft, 1)

const bare = await serveBare()
const ours = await serveOn(file, folder, { JOBS: 'off' })
const { cookie } = await signIn(ours.url, LOGIN)
const form = `${ours.url}/apply/${draft}/${prepared.step}`

const many = (url: string, withCookie?: string) => () =>
  load(url, { connections: AT_ONCE, seconds: SECONDS, cookie: withCookie })
const alone = (url: string, withCookie?: string) => async () =>
  1000 / (await load(url, { connections: 1, seconds: SECONDS, cookie: withCookie }))

showMachine()
// Once without counting, so that caches and the compiler are warm for all alike.
for (const url of [`${bare.url}/api/line`, `${bare.url}/`, `${ours.url}/`, `${ours.url}/events/newborn`])
  await many(url)()
await many(form, cookie)()

const runs = await alternate({
  json: many(`${bare.url}/api/line`),
  home: many(`${ours.url}/`),
  guide: many(`${ours.url}/events/newborn`),
  form: many(form, cookie),
  barePage: alone(`${bare.url}/`),
  formPage: alone(form, cookie),
})
await Promise.all([bare.stop(), ours.stop()])

show('bare server, one line of JSON', runs.json, '/s')
show('home', runs.home, '/s')
show('guide', runs.guide, '/s')
show('form page', runs.form, '/s')
show('bare page, alone', runs.barePage, 'ms', 2)
show('form page, alone', runs.formPage, 'ms', 2)
const [home, guide] = [shares(runs.home, runs.json), shares(runs.guide, runs.json)]
show('home, share of bare JSON', home, '', 3)
show('guide, share of bare JSON', guide, '', 3)
const over = runs.formPage.map((value, i) => value - (runs.barePage[i] ?? Number.NaN))
show('form page over the bare page', over, 'ms', 2)
result('pages', { home: median(home), guide: median(guide), form_ms: median(over) })
