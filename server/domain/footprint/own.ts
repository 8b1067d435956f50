import * as v from 'valibot'
import type { GivenConsent, ObjectionView, ReportLine } from '#shared/exchange/report-view.ts'
import { say } from '#shared/text.ts'
import { appName } from '../../connectors/exchange/apps.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { workOf } from '../work/index.ts'
import { findObjection, presentObjection } from './find-objection.ts'
import { fieldName, resourceName } from './names.ts'
import { postBy } from './present.ts'
import { lookById } from './store/log.ts'
import { consentsOf, objectionsOf, questionsOf, type ConsentRow } from './store/reports.ts'
import { readerOf } from './subject.ts'

/** What a consent's purpose begins with when another system asked for it. */
const OUTSIDE = 'app:'

const ShownLines = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      name: v.string(),
      provider: v.string(),
      purpose: v.string(),
      facts: v.array(v.string()),
      law: v.string(),
    }),
  ),
)

/** What the person who reads asked and reported, the newest first. */
export async function ownReports(look: Look): Promise<ReportLine[]> {
  const reader = readerOf(look)
  const { tx, lang } = look
  const [questions, objections] = [await questionsOf(tx, reader), await objectionsOf(tx, reader)]
  const asked = await Promise.all(
    questions.map(async (row): Promise<ReportLine> => {
      const about = await lookById(tx, row.lookupId)
      return {
        kind: 'question',
        no: row.no,
        title: about ? resourceName(about.resource, lang) : row.no,
        state: row.answeredAt > 0 ? 'answered' : 'asked',
        at: row.createdAt,
        href: `/my/data/${row.lookupId}`,
      }
    }),
  )
  const reported = await Promise.all(
    objections.map(async (row): Promise<ReportLine> => ({
      kind: 'objection',
      no: row.no,
      title: fieldName(row.resource, row.field, lang),
      state: (await workOf(tx, row.workId))?.state ?? 'new',
      at: row.createdAt,
      href: `/my/data/objections/${row.no}`,
    })),
  )
  return [...asked, ...reported].sort((one, other) => other.at - one.at)
}

/** An objection of one's own. */
export async function readObjection(look: Look, { no }: { no: string }): Promise<ObjectionView> {
  readerOf(look)
  return presentObjection(await findObjection(look, no), look)
}

/** What the person who reads agreed to, as it was shown to them, the newest first. */
export async function readConsents(look: Look): Promise<GivenConsent[]> {
  const rows = await consentsOf(look.tx, readerOf(look))
  return Promise.all(
    rows.map(async (row) => {
      const { id, givenAt, revokedAt } = row
      const by = await clickedBy(look, row)
      return { id, title: consentTitle(row, look), ...shownIn(row), by, givenAt, revokedAt }
    }),
  )
}

/** Who clicked, and by which proof. */
async function clickedBy(look: Look, { givenBy, proof }: ConsentRow): Promise<GivenConsent['by']> {
  if (proof !== 'code') return { kind: proof === 'mandate' ? 'mandate' : 'self' }
  const { title, department } = await postBy(look, givenBy.slice('staff:'.length))
  return { kind: 'post', title, department }
}

/** What it was given for: a life event, or another system. */
function consentTitle({ purpose, lifeEvent, resources }: ConsentRow, { lang }: Look): string {
  if (purpose.startsWith(OUTSIDE)) return appName(purpose.slice(OUTSIDE.length), lang)
  const event = catalog().find('lifeEvent', lifeEvent)
  return event ? say(event.title, lang) : resources.map((each) => resourceName(each, lang)).join(' · ')
}

/** What was shown is kept as it was: the lines of a form's consent page, or plain words. */
function shownIn({ shown }: ConsentRow): Pick<GivenConsent, 'shown' | 'words'> {
  const lines = v.safeParse(ShownLines, shown)
  return lines.success ? { shown: lines.output, words: '' } : { shown: [], words: shown }
}
