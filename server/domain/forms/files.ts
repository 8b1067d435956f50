import type { Material } from '#shared/catalog/documents.ts'
import { fault, type Fault, type Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { insertFile, storeBytes, type NewFile } from '../files/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft, walk } from './load.ts'
import { stepOf } from './save-step.ts'

/** A file as it was posted. */
export interface GivenUpload {
  material: string
  name: string
  data: Buffer
}

/** More than this for one material is a mistake. */
const MOST_FILES = 9

const KINDS = { jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' } as const

/**
 * Adds files to a draft: each is checked by its content, stored durably, then named in the draft. Files that cannot be
 * taken are told beside their material; the others are kept.
 */
export async function addFiles(who: Asking, id: string, uploads: readonly GivenUpload[]): Promise<Problem[]> {
  const draft = await look(who, (reading) => loadDraft(reading, id))
  stepOf(walk(draft, who.at), 'materials')
  const problems: Problem[] = []
  const stored: { upload: GivenUpload; file: NewFile }[] = []
  for (const upload of uploads) {
    const material = draft.bundle.materials[upload.material]
    if (!material) throw new Refusal('not_found')
    const { kind, wrong } = inspect(upload.data, material)
    if (wrong) problems.push({ field: material.code, ...wrong })
    else if (kind) stored.push({ upload, file: await storeBytes(upload.data, KINDS[kind]) })
  }
  if (stored.length === 0) return problems
  await perform(who, async (act) => {
    for (const { upload, file } of stored)
      await insertFile(act.tx, file, draft.row.personId, upload.name, act.at)
    await changeDraft(act, id, ({ row }) => {
      for (const { upload, file } of stored) {
        const files = (row.content.files[upload.material] ??= [])
        if (files.length < MOST_FILES)
          files.push({ fileId: file.id, name: [...upload.name].slice(-80).join(''), bytes: file.bytes })
      }
    })
    act.note({
      verb: 'forms.addFiles',
      subjectKind: 'draft',
      subjectId: id,
      detail: { files: stored.map(({ file }) => file.id) },
    })
  })
  return problems
}

/** Takes a file out of a draft. */
export async function removeFile(who: Asking, id: string, fileId: string): Promise<void> {
  await perform(who, async (act) => {
    await changeDraft(act, id, ({ row }) => {
      for (const [material, files] of Object.entries(row.content.files)) {
        row.content.files[material] = files.filter((file) => file.fileId !== fileId)
      }
    })
    act.note({ verb: 'forms.removeFile', subjectKind: 'draft', subjectId: id, detail: { file: fileId } })
  })
}

/** The kind of a file by its first bytes; a name or a header can say anything. */
function inspect(data: Buffer, material: Material): { kind?: keyof typeof KINDS; wrong?: Fault } {
  if (data.length > material.maxBytes)
    return { wrong: fault('file_too_big', { mb: Math.round(material.maxBytes / 1_048_576) }) }
  const kind = kindOf(data)
  if (!kind || !material.accept.includes(kind))
    return { wrong: fault('file_kind', { kinds: material.accept.join(', ').toUpperCase() }) }
  return { kind }
}

function kindOf(data: Buffer): keyof typeof KINDS | undefined {
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  return data.subarray(0, 5).toString('latin1') === '%PDF-' ? 'pdf' : undefined
}
