import { cases, deskCases } from '../../shared/contract/cases.ts'
import { hotline } from '../../shared/contract/hotline.ts'
import { myData } from '../../shared/contract/my-data.ts'
import { appointments, deskQueue, halls } from '../../shared/contract/queue.ts'
import { ratings } from '../../shared/contract/ratings.ts'
import { expectAccessible } from './support/accessible.ts'
import type { Client } from './support/client.ts'
import { ALL_SEVEN, JUST_TWO } from './support/newborn.ts'
import { fillDraft, grantAll, sendCase } from './support/prepare.ts'
import { COMPLAINT, REPLY } from './support/ticket.ts'
import { test } from './support/test.ts'

const APPLICANT: Record<string, string> = { 'applicant.relation': 'father' }
const STEPS = ['s1', 's6', 'consent', 'applicant', 'parents', 'child', 'household', 'services', 'delivery']

/** A filled draft, a case in which something must be corrected, a closed and badly rated one, an answered ticket. */
async function lived(client: (login: string) => Promise<Client>) {
  const father = await client('father')
  const counter = await client('counter')
  const answers = { ...JUST_TWO, ...APPLICANT }
  const correcting = await sendCase(father, answers)
  await counter.call(deskCases.ask, { no: correcting, elements: ['child.name'], note: '请核对姓名。' })
  const rated = await sendCase(father, answers)
  await grantAll(client, father, rated)
  await father.call(ratings.rate, { caseNo: rated, level: '1', tags: ['115'], text: '等了很久。' })
  const open = await sendCase(father, answers)
  await counter.call(deskCases.accept, { no: open })
  const filing = { kind: 'complaint', category: 'street-cleaning', text: COMPLAINT, secret: 'no' }
  const { no: ticket } = await father.call(hotline.file, filing)
  await (await client('hotline')).call(hotline.dispatch, { no: ticket, department: 'urban-management' })
  await (await client('urban')).call(hotline.sign, { no: ticket })
  await (await client('urban')).call(hotline.reply, { no: ticket, note: REPLY })
  const draft = await fillDraft(father, { ...ALL_SEVEN, ...APPLICANT })
  const { items } = await father.call(cases.read, { no: open })
  const reports = await reported(father)
  return { correcting, rated, open, ticket, draft, item: items[0]?.id ?? '', ...reports }
}

/** A booked appointment, the pages of another booking, and a ticket. */
async function queued(father: Client, counter: Client): Promise<string[]> {
  const hall = 'yuntai-centre'
  const form = { hall, business: 'people' }
  const day = (await father.call(appointments.form, form)).days.at(-1)?.day ?? ''
  const { no } = await father.call(appointments.book, { ...form, slot: `${day} 09:30` })
  const { kiosk } = await counter.call(deskQueue.read, { hall })
  const key = new URL(kiosk, 'http://hall').searchParams.get('key')
  const { ticket } = await father.call(halls.take, { ...form, key })
  const book = `/halls/${hall}/book`
  return [
    book,
    `${book}?business=people`,
    `${book}?business=people&day=${day}`,
    `${book}?change=${no}&day=${day}`,
    '/my/appointments',
    `/my/appointments/${no}`,
    `/halls/tickets/${ticket}`,
  ]
}

/** A look-up that was questioned, and a wrong value that was reported. */
async function reported(father: Client) {
  const { cards } = await father.call(myData.looks)
  const look = cards[0]?.lines[0]?.id ?? ''
  const { no: question } = await father.call(myData.ask, { lookup: look, question: '为什么查询我的信息？' })
  const { asked } = await father.call(myData.look, { lookup: look })
  const field = asked[0]?.field ?? ''
  const report = { lookup: look, field, should: '另一个值', why: '登记的内容与证件不一致。' }
  const { no: objection } = await father.call(myData.object, report)
  return { look, field, question, objection }
}

test('no page of a citizen and none of the desk has a fault', async ({ client, as }) => {
  test.setTimeout(360_000)
  const { correcting, rated, open, ticket, draft, item, look, field, question, objection } =
    await lived(client)
  const citizen = await as('father')
  const steps = [...STEPS, 'materials', 'check'].map((step) => `/apply/${draft}/${step}`)
  const own = [
    '/my',
    '/my/certificates',
    '/my/messages',
    '/my/data',
    `/my/data/${look}`,
    '/my/data/consents',
    '/my/data/objections',
    `/my/data/objections/${objection}`,
    `/my/data/objections/new?lookup=${look}&field=${field}`,
    '/hotline/mine',
    '/hotline/new',
    '/enterprise',
    `/hotline/${ticket}`,
    `/cases/${open}`,
    `/cases/${rated}`,
    `/ratings/${rated}`,
    `/cases/${correcting}`,
    `/cases/${correcting}/correction`,
    '/apply/newborn',
    ...steps,
  ]
  for (const path of own) await expectAccessible(citizen, path)
  for (const path of own.filter((_, index) => index % 3 === 0)) await expectAccessible(citizen, `/en${path}`)

  const desks: [string, string[]][] = [
    ['counter', ['/desk', `/desk/cases/${correcting}`, `/desk/cases/${open}`]],
    ['hospital', ['/desk', `/desk/items/${item}`]],
    ['hotline', ['/desk?kind=ticket', `/desk/tickets/${ticket}`]],
    ['certificates', ['/desk/certificates', '/desk/certificates?identifier=1.2.156']],
    ['supervisor', ['/desk', '/desk?due=today']],
    [
      'data',
      [
        '/desk/exchange',
        '/desk/exchange/lists',
        '/desk/exchange/board',
        '/desk/exchange/subscriptions',
        '/desk/exchange/resources/population',
        '/desk/exchange/items/household-registration',
        `/desk/exchange/questions/${question}`,
        `/desk/exchange/objections/${objection}`,
      ],
    ],
    ['police', ['/desk/exchange/emergencies']],
    ['police-data', ['/desk/exchange/subscriptions/new?resource=marriage']],
  ]
  for (const [login, paths] of desks) {
    const staff = await as(login)
    for (const path of paths) await expectAccessible(staff, path)
  }
  const health = await as('health')
  await health.goto('/desk?kind=rectification')
  const task = await health.locator('a.inbox-row').first().getAttribute('href')
  await expectAccessible(health, task ?? '')
})

test('no page of a booking, an appointment or a ticket has a fault', async ({ client, as }) => {
  const paths = await queued(await client('father'), await client('counter'))
  const citizen = await as('father')
  for (const path of paths) await expectAccessible(citizen, path)
  for (const path of paths.slice(2)) await expectAccessible(citizen, `/en${path}`)
})

test('an enterprise’s agent has no faulty page', async ({ as }) => {
  const page = await as('agent')
  for (const path of ['/enterprise', '/enterprise/data']) await expectAccessible(page, path)
})
