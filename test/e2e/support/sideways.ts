import { expect, type Page } from '@playwright/test'

/** Nothing of the page stands beyond the right edge of the phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, wide } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wide: [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
  }))
  const scrolled = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(
    scrolled,
    `${page.url()} is wider than the phone: ${wide.slice(0, 5).join(', ')}`,
  ).toBeLessThanOrEqual(width)
}
