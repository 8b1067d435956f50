import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Material } from '#shared/catalog/documents.ts'
import type { DraftContent, GivenFile } from '#shared/forms/draft.ts'
import { signatureField } from '#shared/forms/journey.ts'
import type { MaterialState } from '#shared/forms/plan.ts'
import type { GivenFileView, MaterialView } from '#shared/forms/view.ts'
import type { Problem } from '#shared/problem.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import type { FilesKnown } from './known-files.ts'

/** Materials as a page draws them: what is exempt and why, what is signed, what is handed in. */
export function presentMaterials(
  bundle: Bundle,
  materials: readonly MaterialState[],
  content: DraftContent,
  lang: Lang,
  problems: readonly Problem[],
  known?: FilesKnown,
): MaterialView[] {
  return materials.map((each) => {
    const { material, state } = each
    const field = state === 'sign' ? signatureField(material.code) : material.code
    return {
      code: material.code,
      name: say(material.name, lang),
      hint: hintOf(material, content, lang),
      optional: Boolean(material.optional),
      state,
      reason: each.state === 'exempt' ? reasonOf(bundle, each, lang) : '',
      accept: acceptOf(material),
      maxBytes: material.maxBytes,
      maxPages: material.maxPages ?? null,
      files: (content.files[material.code] ?? []).map((file) => fileView(file, known)),
      earlier: earlierFor(material.code, known),
      signature: String(content.answers[signatureField(material.code)] ?? ''),
      problem: problems.find((problem) => problem.field === field) ?? null,
    }
  })
}

/** Whoever broke a promise reads why they hand in what others may promise. */
function hintOf({ hint, exemptBy }: Material, { promiseHeld }: DraftContent, lang: Lang): string {
  const held = promiseHeld && exemptBy.some(({ by }) => by === 'commitment')
  return [...(hint ? [hint] : []), ...(held ? [PROMISE_HELD] : [])].map((each) => say(each, lang)).join(' ')
}

const PROMISE_HELD: Text = {
  zh: '您的承诺曾被查实不实，目前不能以承诺代替，请交这份材料。',
  en: 'A promise of yours was found broken, so at present this has to be handed in.',
}

/** What the file chooser offers: photographs of telephones are HEIC too. */
function acceptOf({ accept }: Material): string {
  const photographs = accept.includes('jpg') ? ['.jpeg', '.heic', '.heif'] : []
  return [...new Set([...accept.map((kind) => `.${kind}`), ...photographs])].join(',')
}

function fileView(
  { fileId, name, bytes, mime = '', pages = 1 }: GivenFile,
  known?: FilesKnown,
): GivenFileView {
  return {
    fileId,
    name,
    bytes,
    pages,
    href: known ? `/files/drafts/${known.draft}/${fileId}` : '',
    picture: mime.startsWith('image/'),
    unscanned: known?.scans.get(fileId) === 'pending',
  }
}

/** The three newest are enough to find the right one. */
function earlierFor(code: string, known?: FilesKnown): MaterialView['earlier'] {
  return (known?.earlier ?? [])
    .filter(({ purpose }) => purpose === code)
    .slice(0, 3)
    .map(({ id, name, bytes, createdAt }) => ({ fileId: id, name, bytes, at: createdAt }))
}

function reasonOf(
  bundle: Bundle,
  { by, ref }: { by: 'resource' | 'certificate' | 'item'; ref: string },
  lang: Lang,
): string {
  if (by === 'item') {
    const item = bundle.items[ref]
    return item ? say(item.name, lang) : ''
  }
  if (by === 'certificate') {
    const type = bundle.certificateTypes[ref]
    return type ? say(type.name, lang) : ''
  }
  const resource = bundle.resources[ref]
  return resource ? say(resource.name, lang) : ''
}
