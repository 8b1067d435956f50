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

/** Posts a form of the desk by one of its buttons and waits until the page is drawn anew. */
export async function press(page: Page, action: RegExp, button?: string): Promise<void> {
  const form = page.locator('main form').filter({ has: page.locator('[name=_key]') })
  const name = button ? `button[value="${button}"]` : 'button'
  const posted = page.waitForResponse(
    (response) => response.request().method() === 'POST' && action.test(response.url()),
  )
  for (const each of await form.all()) {
    if (!action.test((await each.getAttribute('action')) ?? '')) continue
    await each.locator(name).click()
    break
  }
  expect((await posted).status()).toBe(303)
  await page.waitForLoadState('domcontentloaded')
}
