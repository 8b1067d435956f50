import { expect, type Locator, type Page } from '@playwright/test'
import { addressOf } from '../../../shared/contract/contract.ts'
import { agreements } from '../../../shared/contract/agreements.ts'
import { drafts } from '../../../shared/contract/drafts.ts'
import type { AgreementsView } from '../../../shared/agreements/views.ts'
import type { Answer } from '../../../shared/forms/draft.ts'
import type { FieldView, StepView } from '../../../shared/forms/view.ts'
import { bundle } from '../../support/published.ts'
import { sampleAnswer } from '../../support/samples.ts'
import { makeJpeg, onePage } from '../../unit/files/make.ts'
import { fullestAnswers, type Walk } from '../../support/walks.ts'
import { city, personOf, TODAY, wordsOf } from './city.ts'
import { Application, reloadUntil } from './pages.ts'
import { fillField } from './fill-field.ts'

/** Page after page of any life event, each answered as its published document asks. */
export class EventWalk {
  readonly page: Page
  readonly application: Application
  private readonly name: string
  private readonly answers: Record<string, Answer>

  /**
   * @param name whoever applies, for signing
   * @param answers what to say instead of a sample, by element
   */
  constructor(page: Page, name: string, answers: Record<string, Answer>) {
    this.page = page
    this.name = name
    this.answers = answers
    this.application = new Application(page)
  }

  /** From the guide through the questions of the guidance to the page that begins the application. */
  async findOut(event: string): Promise<void> {
    await this.page.goto(`/events/${event}`)
    await this.page.locator(`main a[href="/events/${event}/try"]`).first().click()
    const apply = this.page.locator(`main a[href^="/apply/${event}"]`)
    while ((await apply.count()) === 0) {
      for (const name of await this.application.questions())
        if ((await this.application.control(name).count()) > 0)
          await this.application.answer(name, textsOf(this.answers[name]))
      const before = this.page.url()
      await this.page.locator('main form.guidance-question button').click()
      await this.page.waitForURL((url) => url.href !== before)
    }
    await apply.first().click()
    await this.page.waitForURL(/\/apply\/|\/sign-in/)
  }

  /** Starts; the answers of the guidance go along. */
  async begin(): Promise<void> {
    await this.page.locator('main form[action="/api/drafts"]').getByRole('button').click()
    await this.page.waitForURL(/\/apply\/[\w-]+\/[\w-]+$/)
  }

  get draft(): string {
    return new URL(this.page.url()).pathname.split('/').at(-2) ?? ''
  }

  /** Answers every page up to the last. */
  async walk(): Promise<void> {
    while (this.application.step() !== 'check') await this.passPage()
  }

  private async passPage(): Promise<void> {
    const step = this.application.step()
    if (step === 'consent') return this.application.agree()
    const view = await this.view(step)
    if (step === 'materials') return this.giveMaterials(view)
    await this.addRows(view.fields)
    const answered = new Set<string>()
    await this.answerShown(view, answered)
    // What an answer brings up stands on the page at once, or when it comes back.
    await this.answerShown(view, answered)
    await this.goOn()
    if (this.application.step() !== step) return
    await this.answerShown(view, answered)
    await this.application.goOn()
  }

  private async goOn(): Promise<void> {
    const moved = this.page.waitForEvent('domcontentloaded')
    await this.application.save()
    await moved
  }

  private async view(step: string): Promise<StepView> {
    const address = addressOf(drafts.step, { draft: this.draft, step })
    return (await this.page.request.get(address, { maxRetries: 1 })).json()
  }

  /** The buttons of a group until it has a row for every one to type. */
  private async addRows(fields: readonly FieldView[]): Promise<void> {
    for (const field of fields.filter(({ kind }) => kind === 'rows')) {
      const wanted = this.answerTo(field).length
      const rows = this.page.locator(`[id="${rowsId(field.name)}"] > .group-row`)
      while ((await rows.count()) < wanted) {
        const drawn = await rows.count()
        await this.page.locator(`button[name="_add"][value="${field.name}"]`).click()
        await expect(rows).toHaveCount(drawn + 1)
      }
    }
  }

  private answerTo(field: FieldView): Answer {
    return this.answers[field.name] ?? sampleAnswer(field, TODAY)
  }

  private async answerShown({ fields }: StepView, answered: Set<string>): Promise<void> {
    for (const field of fields) {
      if (answered.has(field.name) || field.kind === 'shown') continue
      if (!(await this.isShown(field))) continue
      await fillField(this.page, field, this.answerTo(field))
      answered.add(field.name)
    }
  }

  private async isShown({ name, kind }: FieldView): Promise<boolean> {
    const control: Locator =
      kind === 'rows' ? this.page.locator(`[id="${rowsId(name)}"]`) : this.application.control(name)
    return (await control.count()) > 0
  }

  private async giveMaterials({ materials }: StepView): Promise<void> {
    for (const { code, state, optional, accept } of materials) {
      if (state === 'sign') await this.page.locator(`[name="signature.${code}"]`).fill(this.name)
      if (state !== 'upload' || optional) continue
      const paper = accept.includes('.pdf')
      const file = paper
        ? { name: '材料.pdf', mimeType: 'application/pdf', buffer: onePage() }
        : { name: '照片.jpg', mimeType: 'image/jpeg', buffer: makeJpeg() }
      await this.page.locator(`input[type=file][name="${code}"]`).setInputFiles(file)
    }
    await this.application.goOn()
  }

  /** Asks everybody who must agree; each agrees in a browser of their own. */
  async letAllAgree(as: (login: string) => Promise<Page>): Promise<void> {
    const lines = await this.agreements()
    if (lines.length === 0) return
    await this.page.locator('main form[action$="/invitations"] button').click()
    await this.page.waitForURL(/\/check$/)
    for (const { id, name } of await this.agreements()) {
      const other = await as(loginOf(name))
      await other.goto(`/invitations/${id}`)
      await other.locator('[name=signature]').fill(name)
      await other
        .locator('main form')
        .filter({ has: other.locator('[name=signature]') })
        .getByRole('button')
        .click()
      await expect(other.locator('main [name=signature]')).toHaveCount(0)
    }
    await this.page.reload()
  }

  /** Who must agree, and where that stands. */
  async agreements(): Promise<AgreementsView['lines']> {
    const address = addressOf(agreements.list, { draft: this.draft })
    const { lines }: AgreementsView = await (await this.page.request.get(address, { maxRetries: 1 })).json()
    return lines
  }
}

/** Walks a life event from its guide to the receipt. Answers the number of the case, whose page is open then. */
export async function walkToReceipt(
  { event, login, answers }: Walk,
  as: (login: string) => Promise<Page>,
): Promise<{ page: Page; no: string }> {
  const page = await as(login)
  const walk = new EventWalk(page, personOf(login).name, { ...fullestAnswers(bundle(event)), ...answers })
  await walk.findOut(event)
  await walk.begin()
  await walk.walk()
  await walk.letAllAgree(as)
  const no = await walk.application.send()
  await expect(page.getByText(wordsOf('cases')('case_no', { no }))).toBeVisible()
  await reloadUntil(page, page.locator(`main a[href="/files/cases/${no}/receipt"]`))
  const receipt = await page.request.get(`/files/cases/${no}/receipt`, { maxRetries: 1 })
  expect((await receipt.body()).subarray(0, 4).toString()).toBe('%PDF')
  return { page, no }
}

/** The login of somebody of the demo city. */
export function loginOf(name: string): string {
  const ids = city.people.filter((person) => person.name === name).map(({ residentId }) => residentId)
  const account = city.accounts.accounts.find(({ residentId }) => ids.includes(residentId))
  if (!account) throw new Error(`${name} has no account in the demo city`)
  return account.login
}

function textsOf(answer: Answer | undefined): string | string[] {
  if (answer === undefined) throw new Error('a question of the guidance has no answer')
  return typeof answer === 'string' ? answer : answer.map(String)
}

/** Where the rows of a group stand on its page. */
function rowsId(name: string): string {
  return `f-${name.replace(/[^\w-]/g, '-')}`
}
