import { catalog, currentBundle, publishedAt, publishedItem, publishedWith } from '#domain/catalog/index.ts'
import { drawForm } from '#domain/certificates/index.ts'
import type { Look } from '#domain/act.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { paperForm, type PaperForm } from '#shared/guides/paper-form.ts'
import { lifeEventsWith, sourcesOf } from '#shared/guides/published.ts'
import { Refusal } from '#shared/refusal.ts'

/** Forms are the same for everybody until something is published: drawn once, the newest kept. */
const drawn = new Map<string, { edition: number; pdf: Promise<Uint8Array> }>()
const MOST_KEPT = 100

/** A form on paper as PDF, with the name it is saved under. */
export async function paperFormPdf(
  look: Look,
  item: string,
  kind: 'blank' | 'sample',
): Promise<{ pdf: Uint8Array; name: string }> {
  const document = await publishedItem(look.tx, item)
  if (!document) throw new Refusal('not_found')
  const key = `${item} ${kind}`
  const { edition } = catalog()
  let found = drawn.get(key)
  if (found?.edition !== edition) {
    if (drawn.size >= MOST_KEPT) drawn.clear()
    found = { edition, pdf: draw(look, item, kind) }
    drawn.set(key, found)
    found.pdf.catch(() => drawn.delete(key))
  }
  return { pdf: await found.pdf, name: `${document.name.zh}申请表${kind === 'sample' ? '（示例）' : ''}.pdf` }
}

async function draw(look: Look, item: string, kind: 'blank' | 'sample'): Promise<Uint8Array> {
  const at = await publishedAt(look.tx, 'item', item)
  return drawForm({
    form: await formOf(look, item),
    sample: kind === 'sample',
    edition: at === undefined ? null : dayOf(at),
    at: at ?? look.at,
  })
}

async function formOf(look: Look, code: string): Promise<PaperForm> {
  const item = await publishedItem(look.tx, code)
  if (!item) throw new Refusal('not_found')
  const published = publishedWith(item)
  const department = published.one('department', item.department).name.zh
  const [lifeEvent] = lifeEventsWith(published, code)
  // A bundle has the options of long lists put in.
  const sources = lifeEvent ? await currentBundle(look.tx, lifeEvent.code) : sourcesOf(published, code)
  return paperForm(sources, { code, department, pages: lifeEvent?.pages ?? [] })
}
