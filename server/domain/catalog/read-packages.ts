import { actorId } from '#shared/access/actor.ts'
import { can } from '#shared/access/can.ts'
import { sayFinding } from '#shared/catalog/say-finding.ts'
import type { PackageLine, PackageView } from '#shared/catalog/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { compare } from './compare.ts'
import { changesIn, withChanges } from './inspect.ts'
import { publishedCatalog } from './published-catalog.ts'
import { bundlesFor } from './resolve.ts'
import { packagePage, packageRow, type PackageRow } from './store/packages.ts'

const PAGE = 50

/** Packages, the newest first. */
export async function listPackages(
  look: Look,
  { before }: { before: string },
): Promise<{ lines: PackageLine[]; next: string | null }> {
  const rows = await packagePage(look.tx, before, PAGE + 1)
  const page = rows.slice(0, PAGE)
  return { lines: page.map(lineOf), next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

function lineOf({ id, title, state, author, createdAt, startsAt }: PackageRow): PackageLine {
  return { id, title, state, author, createdAt, startsAt }
}

/** A package with its check, what it would change, and what may be done with it now by whoever reads it. */
export async function readPackage(look: Look, { package: id }: { package: string }): Promise<PackageView> {
  const row = await packageRow(look.tx, id)
  if (!row) throw new Refusal('not_found')
  const { findings, publisher, publishedAt, reason, content, state } = row
  const changes = changesIn(content, () => undefined)
  const own = row.authorId === actorId(look.actor)
  const mayPublish = can(look.actor, 'catalog.publish')
  return {
    ...lineOf(row),
    publisher,
    publishedAt,
    reason,
    findings: findings.map((finding) => ({ ...finding, what: sayFinding(finding.what, look.lang) })),
    differences: state === 'published' ? [] : await compare(look.tx, changes),
    previews: findings.length > 0 ? [] : await previewsOf(look, changes),
    json: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    moves: {
      replace: own && ['draft', 'checked', 'returned'].includes(state),
      submit: own && (state === 'checked' || (state === 'returned' && findings.length === 0)),
      publish: !own && mayPublish && state === 'submitted',
      return: mayPublish && (state === 'submitted' || state === 'scheduled'),
    },
  }
}

/** The life events whose bundles the package touches. */
async function previewsOf(
  look: Look,
  changes: ReturnType<typeof changesIn>,
): Promise<PackageView['previews']> {
  const touched = new Set(changes.map(({ kind, code }) => `${kind} ${code}`))
  const kinds = { items: 'item', elements: 'element', materials: 'material' } as const
  const bundles = bundlesFor(withChanges(await publishedCatalog(look.tx), changes))
  return bundles.flatMap((bundle) => {
    const { code, title } = bundle.lifeEvent
    const uses =
      touched.has(`lifeEvent ${code}`) ||
      Object.entries(kinds).some(([part, kind]) =>
        Object.keys(bundle[part as keyof typeof kinds]).some((each) => touched.has(`${kind} ${each}`)),
      )
    return uses ? [{ code, title: say(title, look.lang) }] : []
  })
}
