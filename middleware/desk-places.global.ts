/** The inboxes of the desk, each with the right that opens it. */
const KINDS = [
  { kind: 'caseItem', right: 'cases.read' },
  { kind: 'ticket', right: 'tickets.read' },
  { kind: 'rectification', right: 'rectifications.read' },
]

/** Fills the side of the desk before its layout is drawn: who works here and what waits. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (!/^(\/en)?\/desk(\/|$)/.test(to.path)) return
  const places = useDeskPlaces()
  const t = useText('desk')
  const link = useLink()
  // Citizens' pages load this file too.
  const { deskCases } = await import('#shared/contract/cases.ts')
  const view = await useApi(deskCases.places).catch(signInOrThrow)
  if (typeof view === 'string') return navigateTo(view, { redirectCode: 303 })
  const of = (kind: string) =>
    view.counts.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0)
  const may = (right: string) => view.rights.includes(right)
  const inboxes = KINDS.filter(({ right }) => may(right)).map(({ kind }) => kind)
  const inbox = [
    { href: link('/desk'), label: t('all_work'), count: inboxes.reduce((sum, kind) => sum + of(kind), 0) },
    ...inboxes.map((kind) => ({
      href: link(`/desk?kind=${kind}`),
      label: t(`kind_${kind}`),
      count: of(kind),
    })),
    { href: link('/desk?due=today'), label: t('due_today'), count: view.due, urgent: view.due > 0 },
  ]
  const revoke = { href: link('/desk/certificates'), label: t('revoke_certificate') }
  const catalog = { href: link('/desk/catalog'), label: t('catalog') }
  const packages = { href: link('/desk/catalog/packages'), label: t('catalog_packages') }
  const groups = [
    ...(inboxes.length > 0 ? [{ links: inbox }] : []),
    ...(may('drafts.assist') ? [{ links: [{ href: link('/desk/assist'), label: t('assist') }] }] : []),
    ...(may('certificates.revoke') ? [{ title: t('certificates'), links: [revoke] }] : []),
    ...(may('catalog.write') ? [{ title: t('catalog_group'), links: [catalog, packages] }] : []),
    ...(may('audit.read') ? [{ links: [{ href: link('/desk/audit'), label: t('audit_title') }] }] : []),
  ]
  const home = groups[0]?.links[0]?.href ?? link('/desk')
  places.value = { name: view.units[0] ?? t('desk'), person: view.name, home, groups }
  // Who has no inbox begins at the one place they work at.
  if (to.path === link('/desk') && home !== to.path) return navigateTo(home, { redirectCode: 303 })
})

function signInOrThrow(error: unknown): string {
  const signIn = signInOf(error)
  if (signIn) return signIn
  throw error
}
