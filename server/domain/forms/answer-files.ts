import type { DataElement } from '#shared/elements/element.ts'
import { fileValue } from '#shared/elements/rare/file.ts'
import { takeValue } from '#shared/elements/value.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { GivenFile } from '#shared/forms/draft.ts'
import { newId } from '#shared/id.ts'
import type { Step } from '#shared/forms/journey.ts'
import { fault, type Problem } from '#shared/problem.ts'
import type { Act } from '../act.ts'
import { removeFile } from './change-files.ts'
import {
  checkContent,
  eraseFiles,
  fingerprint,
  insertFile,
  isFile,
  orDiscard,
  scanBytes,
  storeBytes,
  type NewFile,
  type StoredFile,
} from '../files/index.ts'
import { emit } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft, routeOf, type LoadedDraft } from './load.ts'
import { namesFile } from './place-file.ts'
import { seenOf, stepOf } from './save-step.ts'

/** A file that is an answer is no larger than this, unless its element says less. */
const MOST_BYTES = 10 * 1_048_576

interface PostedFile {
  element: DataElement
  name: string
  data: Buffer
}

/** A file found good, with its bytes in the file store. */
interface GoodFile {
  element: DataElement
  given: GivenFile
  /** What the draft keeps as the answer. */
  value: string
  file: NewFile
  scan: StoredFile['scan']
}

/** What became of the files that were posted as answers. */
export interface AnswerFiles {
  problems: Problem[]
  /** The mark of the page as it stands with them, where it was the newest before; see `seenOf`. */
  seen?: string
}

/** Takes the files posted for a page's questions: each is looked through, scanned, stored, and replaces the one before. */
export async function takeAnswerFiles(
  who: Asking,
  { draft: id, step: code, ...posted }: { draft: string; step: string } & Record<string, unknown>,
): Promise<AnswerFiles> {
  const removed = posted._remove
  if (typeof removed !== 'string' && !Object.values(posted).some(Array.isArray)) return { problems: [] }
  const draft = await look(who, (reading) => loadDraft(reading, id))
  const step = stepOf(routeOf(draft, who.at), code)
  if (
    typeof removed === 'string' &&
    step.elements.includes(removed) &&
    isFileElement(draft.bundle.elements[removed])
  )
    for (const { fileId } of draft.row.content.files[removed] ?? [])
      await removeFile(who, id, { material: removed, fileId })
  const files = step.elements.flatMap((each) => postedFile(draft.bundle.elements[each], posted[each]))
  if (files.length === 0) return { problems: [] }
  const taken = await Promise.all(files.map((file) => take(who, file)))
  const problems = taken.flatMap((each) => ('problem' in each ? [each.problem] : []))
  const good = taken.flatMap((each) => ('problem' in each ? [] : [each]))
  const seen = await orDiscard(
    good.map(({ file }) => file.id),
    perform(who, (act) => keep(act, draft, step, { good, problems, seen: posted._seen })),
  )
  return { problems, ...seen }
}

interface Kept {
  good: readonly GoodFile[]
  problems: Problem[]
  /** The mark that the page was posted with. */
  seen: unknown
}

/** Makes the files known and the answers of the draft; those they replace are erased. */
async function keep(
  act: Act,
  { row: { id, personId } }: LoadedDraft,
  step: Step,
  { good, problems, seen }: Kept,
): Promise<Pick<AnswerFiles, 'seen'>> {
  for (const { file, given, element, scan } of good) {
    const handedIn = { purpose: element.code, pages: given.pages ?? 1, scan }
    await insertFile(act.tx, file, personId, given.name, act.at, handedIn)
    if (scan === 'pending') await emit(act, 'file.unscanned', file.id, { file: file.id })
  }
  const { draft, result } = await changeDraft(act, id, ({ row: { content } }) => {
    const newest = seen === seenOf(content, step)
    const before = good.flatMap(({ element }) => content.files[element.code] ?? [])
    for (const { element, given, value } of good) {
      content.files[element.code] = [given]
      content.answers[element.code] = value
    }
    content.rejected = problems
    return { before, ...(newest && { seen: seenOf(content, step) }) }
  })
  const replaced = result.before.map(({ fileId }) => fileId)
  await eraseFiles(
    act,
    replaced.filter((file) => !namesFile(draft.row.content, file)),
  )
  const added = good.map(({ file }) => file.id)
  act.note({ verb: 'forms.addFiles', subjectKind: 'draft', subjectId: id, detail: { files: added } })
  return result.seen === undefined ? {} : { seen: result.seen }
}

function postedFile(element: DataElement | undefined, posted: unknown): PostedFile[] {
  if (!element || !isFileElement(element) || !Array.isArray(posted)) return []
  const first = posted.find(isFile)
  return first ? [{ element, name: first.name, data: first.data }] : []
}

/** Whether the answer to an element is a file. */
function isFileElement(element: DataElement | undefined): boolean {
  return element?.type === 'file' || element?.type === 'photo'
}

async function take(
  who: Asking,
  { element, name, data }: PostedFile,
): Promise<GoodFile | { problem: Problem }> {
  const refused = (wrong: Omit<Problem, 'field'>) => ({ problem: { field: element.code, ...wrong } })
  const checked = await checkContent(data, {
    accept: element.type === 'photo' ? ['jpg'] : ['jpg', 'png', 'pdf'],
    maxBytes: MOST_BYTES,
  })
  if ('wrong' in checked) return refused(checked.wrong)
  const { good } = checked
  const short = [...name.toWellFormed().replace(/[\p{Cc}\p{Cf}/\\]/gu, '')].slice(-80).join('')
  const given: GivenFile = {
    fileId: newId(who.at),
    name: short,
    bytes: good.data.length,
    mime: good.mime,
    pages: good.pages,
    origin: fingerprint(good.data),
  }
  const value = fileValue({ ...given, kind: good.kind, width: good.width, height: good.height })
  const { fault: wrong } = takeValue(element, value, true, { today: dayOf(who.at) })
  if (wrong) return refused(wrong)
  const scan = await scanBytes(data)
  if (scan === 'infected') return refused(fault('file_infected'))
  return { element, given, value, scan, file: await storeBytes(good.data, good.mime, given.fileId) }
}
