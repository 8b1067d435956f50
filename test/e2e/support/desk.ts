import { expect, type Locator, type Page } from '@playwright/test'

/** A line of the inbox about a case or an item, in the list at the left. */
export function lineOf(page: Page, href: string): Locator {
  return page.locator(`a.inbox-row[href="${href}"]`)
}

/** Opens something from the inbox, as staff do. */
export async function openFromInbox(page: Page, href: string): Promise<void> {
  await page.goto('/desk')
  await lineOf(page, href).click()
  await expect(page).toHaveURL(new RegExp(`${href}$`))
}

/** Posts the form of the desk whose address ends so, by one of its buttons, and waits for the page that follows. */
export async function press(page: Page, ending: string, decision?: string): Promise<void> {
  const form = page.locator(`main form[method=post][action$="${ending}"]`)
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST' && each.url().endsWith(ending)),
    page.waitForEvent('domcontentloaded'),
    form.locator(decision ? `button[value=${decision}]` : 'button').click(),
  ])
  expect(response.status()).toBe(303)
}
