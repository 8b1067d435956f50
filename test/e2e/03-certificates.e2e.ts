import { certificateIdentifier } from '../../server/domain/certificates/check-character.ts'
import { certificates } from '../../shared/contract/certificates.ts'
import { inkInBrowser, inkOf, loadFonts, printed, sizeOf } from '../support/ink.ts'
import { personOf, wordsOf } from './support/city.ts'
import type { Client } from './support/client.ts'
import { shareOfCode } from './support/code.ts'
import { press } from './support/desk.ts'
import { AS_OFFERED } from './support/newborn.ts'
import { headingOf } from './support/pages.ts'
import { grantAll, sendCase } from './support/prepare.ts'
import { expect, test } from './support/test.ts'

const login = 'mother09'
const CHILD = '陈𠮷安'
const words = wordsOf('certificates')

test.describe.configure({ mode: 'serial' })

const issued = new Map<string, string>()

/** The file of a certificate as its owner downloads it. */
async function fileOf(owner: Client, identifier: string): Promise<Buffer> {
  const response = await owner.request.get(`/files/certificates/${identifier}`)
  expect(response.headers()['content-type']).toBe('application/pdf')
  return response.body()
}

function identifierOf(name: string): string {
  const identifier = issued.get(name)
  if (!identifier) throw new Error(`no certificate ${name} was issued`)
  return identifier
}

test('every granted item that has one issues a certificate into the wallet', async ({ client, as }) => {
  const mother = await client(login)
  const no = await sendCase(mother, AS_OFFERED)
  const view = await grantAll(client, mother, no)
  expect(view.items.map(({ state }) => state)).toEqual(view.items.map(() => 'granted'))
  const cards = await mother.call(certificates.wallet)
  for (const { name, identifier } of cards) issued.set(name, identifier)
  expect(cards).toHaveLength(5)

  const page = await as(login)
  await page.goto('/my/certificates')
  for (const { name, identifier } of cards) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    await expect(page.locator(`main a[href="/files/certificates/${identifier}"]`)).toBeVisible()
  }
  await expect(page.locator('main')).toContainText(CHILD)
})

test('the rare character of the child’s name is drawn, not a box and not a blank', async ({
  client,
  browser,
}) => {
  const mother = await client(login)
  const sheet = await browser.newPage()
  await loadFonts(sheet)
  for (const [name, identifier] of issued) {
    const paper = printed(await fileOf(mother, identifier))
    expect(paper.pages, name).toBe(1)
    const share = inkOf(paper, CHILD) / (await inkInBrowser(sheet, CHILD, sizeOf(paper, CHILD)))
    expect(share, `${name}: ink of ${CHILD} against a browser’s`).toBeGreaterThan(0.8)
    expect(share, `${name}: ink of ${CHILD} against a browser’s`).toBeLessThan(1.2)
  }
  await sheet.close()
})

test('the code on its face leads to a page that says it is valid, and no more than it must', async ({
  client,
  page,
  baseURL,
}) => {
  const mother = await client(login)
  const { name, residentId } = personOf(login)
  for (const [title, identifier] of issued) {
    const address = `${baseURL}/verify/${identifier}`
    const face = printed(await fileOf(mother, identifier))
    expect(shareOfCode(face, address), `the code of ${title}`).toBeGreaterThan(0.99)
    await page.goto(address)
    await expect(headingOf(page)).toHaveText(words('result_valid'))
    await expect(page.locator('main')).toContainText(title)
    await expect(page.locator('main')).toContainText(identifier)
    for (const secret of [CHILD, name, residentId])
      await expect(page.locator('main')).not.toContainText(secret)
  }
})

test('an identifier can be typed in; one with a slip is told apart from one never issued', async ({
  page,
}) => {
  const known = identifierOf('出生医学证明')
  const [typeCode = '', issuerCode = ''] = known.split('.').slice(5)
  const never = certificateIdentifier({ typeCode, issuerCode, serial: '2026112399999', version: 1 })
  const slip = known.slice(0, -1) + (known.endsWith('A') ? 'B' : 'A')
  for (const [identifier, result] of [
    [known, 'valid'],
    [known.toLowerCase(), 'valid'],
    [never, 'unknown'],
    [slip, 'malformed'],
  ] as const) {
    await page.goto('/verify')
    await page.locator('[name=identifier]').fill(identifier)
    await page.locator('[name=identifier]').press('Enter')
    await expect(headingOf(page)).toHaveText(words(`result_${result}`))
  }
})

test('a file is valid as it was issued, and found out when it was changed', async ({ client, page }) => {
  const pdf = await fileOf(await client(login), identifierOf('出生医学证明'))
  const changed = Buffer.from(pdf)
  const at = changed.indexOf('stream') + 40
  changed[at] = (changed[at] ?? 0) ^ 1
  for (const [buffer, result] of [
    [pdf, 'valid'],
    [changed, 'tampered'],
    [Buffer.from('%PDF-1.7\n%%EOF\n'), 'unknown'],
  ] as const) {
    await page.goto('/verify')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '证明.pdf', mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: words('verify_file') }).click()
    await expect(headingOf(page)).toHaveText(words(`result_${result}`))
  }
})

test('the issuer revokes a certificate: everyone who checks it learns so', async ({ as, page, client }) => {
  const identifier = identifierOf('居民户口簿（常住人口登记卡）')
  const staff = await as('certificates')
  await staff.goto('/desk/certificates')
  await staff.locator('[name=identifier]').fill(identifier)
  await staff.locator('[name=identifier]').press('Enter')
  await staff.locator('[name=reason]').fill('登记内容有误，已重新颁发。')
  await press(staff, '/revocation')

  await page.goto(`/verify/${identifier}`)
  await expect(headingOf(page)).toHaveText(words('result_revoked'))
  const cards = await (await client(login)).call(certificates.wallet)
  expect(cards.filter(({ state }) => state === 'revoked').map((card) => card.identifier)).toEqual([
    identifier,
  ])
  const owner = await as(login)
  await owner.goto('/my/messages')
  await expect(owner.locator('main')).toContainText('撤销')
})

test('nobody revokes a certificate of another department', async ({ client }) => {
  const identifier = identifierOf('出生医学证明')
  for (const login of ['certificates', 'certificates2', 'hospital', 'mother09']) {
    const staff = await client(login)
    const answer = await staff.ask(certificates.revoke, { identifier, reason: '不应成功的撤销。' })
    expect([403, 404], login).toContain(answer.status())
  }
})
