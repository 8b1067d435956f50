import type { Page } from '@playwright/test'
import type { Answer } from '../../../shared/forms/draft.ts'
import type { FieldView } from '../../../shared/forms/view.ts'

/** Answers one field of a form page by its native controls, whatever kind it is of; rows cell by cell. */
export async function fillField(page: Page, field: FieldView, answer: Answer): Promise<void> {
  if (field.kind !== 'rows') return fillControls(page, field.name, [answer].flat().map(String))
  const rows = [answer].flat().filter((each) => typeof each === 'object')
  for (const [i, row] of rows.entries())
    for (const { name } of field.more?.columns ?? [])
      await fillControls(page, `${field.name}.${i}.${name}`, [row[name] ?? ''].flat())
}

/** All controls of one name: one text each, or the boxes to tick. */
async function fillControls(page: Page, name: string, texts: string[]): Promise<void> {
  const controls = page.locator(`main form .field [name="${name}"]:not([type=hidden])`)
  const kinds = await controls.evaluateAll((all) =>
    all.map((each) => (each instanceof HTMLSelectElement ? 'select' : (each.getAttribute('type') ?? 'text'))),
  )
  if (kinds[0] === 'radio' || kinds[0] === 'checkbox') {
    for (const control of await controls.all()) {
      const value = await control.getAttribute('value')
      const wanted = texts.includes(value ?? '')
      if (kinds[0] === 'checkbox' || wanted) await control.setChecked(wanted)
    }
    return
  }
  for (const [i, text] of texts.entries()) {
    const control = controls.nth(i)
    if (kinds[i] === 'select') await control.selectOption(text)
    else if (kinds[i] !== undefined) await control.fill(text)
  }
}
