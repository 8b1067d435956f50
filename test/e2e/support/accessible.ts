import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** No fault by the rules of WCAG, at both widths. */
export async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path)
  // The telephone of the elder mode lies over whatever is at the lower edge just now; the page scrolls under it.
  const call = page.locator('aside.call')
  if (await call.count()) await call.evaluate((bar) => (bar.style.position = 'static'))
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
    expect.soft(found, `${path} at ${size.width} px`).toEqual([])
  }
}
