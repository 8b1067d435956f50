import { expect, type Locator, type Page } from '@playwright/test'
import { PASSWORD, wordsOf, type Lang } from './city.ts'
import { PICTURE, type Answers } from './newborn.ts'

/** Signs in by the form that a page led to. */
export async function signInByForm(page: Page, login: string): Promise<void> {
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('form[action="/api/session"] button').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** The heading of a page. */
export function headingOf(page: Page): Locator {
  return page.getByRole('heading', { level: 1 })
}

/** A known fact by its label: its row with value, source and action. */
export function factOf(page: Page, label: string): Locator {
  return page.locator('.facts-row').filter({ has: page.getByText(label, { exact: true }) })
}

/** Draws a page anew until something stands on it: what jobs do arrives a moment later. */
export async function reloadUntil(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    if (await wanted.count()) return
    await page.reload()
    expect(await wanted.count()).toBeGreaterThan(0)
  }).toPass({ timeout: 20_000, intervals: [100, 250, 500] })
}

/** An application in the browser: one page after the other. */
export class Application {
  readonly page: Page
  private readonly t: (key: string) => string

  constructor(page: Page, lang: Lang = 'zh') {
    this.page = page
    this.t = wordsOf('apply', lang)
  }

  /** From the life event's guide to the first question. */
  async begin(): Promise<void> {
    await this.page.locator('form[action="/api/drafts"]').getByRole('button').click()
    await this.page.waitForURL(/\/apply\/[\w-]+\/s1$/)
  }

  /** The part of the address that says which page this is. */
  step(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** The names of the questions that the page shows. */
  questions(): Promise<string[]> {
    return this.page.locator('main form .field').evaluateAll((fields) => {
      const names = fields.map(
        (field) => field.querySelector('input, select, textarea')?.getAttribute('name') ?? '',
      )
      return names.filter((name) => name !== '')
    })
  }

  control(name: string): Locator {
    return this.page.locator(`main form .field [name="${name}"]`)
  }

  /** Answers one question, whatever kind of control it has. */
  async answer(name: string, value: string | string[]): Promise<void> {
    const control = this.control(name)
    const type = await control.first().evaluate((element) => element.getAttribute('type') ?? element.tagName)
    if (type === 'radio') return control.and(this.page.locator(`[value="${String(value)}"]`)).check()
    if (type === 'SELECT') return void (await control.selectOption(String(value)))
    if (type !== 'checkbox') return control.fill(String(value))
    for (const box of await control.all()) await box.setChecked(value.includes(await box.inputValue()))
  }

  async answerAll(answers: Answers): Promise<void> {
    for (const name of await this.questions()) {
      const answer = answers[name]
      if (answer === undefined) throw new Error(`the page ${this.step()} asks ${name}, which has no answer`)
      await this.answer(name, answer)
    }
  }

  /** Presses the button that saves the page. */
  async save(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('save_and_go_on') }).click()
  }

  /** Saves the page and waits for the next one. */
  async goOn(): Promise<void> {
    const before = this.page.url()
    await this.save()
    await this.page.waitForURL((url) => url.href !== before)
    await expect(this.page.locator('.summary')).toHaveCount(0)
  }

  async agree(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('consent_agree') }).click()
    await this.page.waitForURL((url) => !url.pathname.endsWith('/consent'))
  }

  /** Gives a picture for each material that must be given. */
  async giveMaterials(): Promise<void> {
    for (const input of await this.page.locator('input[type=file]').all()) await input.setInputFiles(PICTURE)
    await this.goOn()
  }

  /** Answers page after page up to one; `look` sees each before it is answered. */
  async walk(
    answers: Answers,
    { until = 'check', look }: { until?: string; look?: () => Promise<void> } = {},
  ) {
    while (this.step() !== until) {
      await look?.()
      await this.passPage(answers)
    }
    await look?.()
  }

  private async passPage(answers: Answers): Promise<void> {
    const step = this.step()
    if (step === 'consent') return this.agree()
    if (step === 'materials') return this.giveMaterials()
    await this.answerAll(answers)
    await this.goOn()
  }

  /** Declares and sends. Answers the number of the case. */
  async send(): Promise<string> {
    await this.page.locator('[name=declared]').check()
    await this.page.getByRole('button', { name: this.t('send') }).click()
    await this.page.waitForURL(/\/cases\/\w+\?sent=1$/)
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }
}
