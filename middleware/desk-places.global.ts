import { deskCases } from '#shared/contract/cases.ts'

/** Fills the side of the desk before its layout is drawn: who works here and what waits. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (!/^(\/en)?\/desk(\/|$)/.test(to.path)) return
  const places = useDeskPlaces()
  const t = useText('desk')
  const link = useLink()
  const view = await useApi(deskCases.places).catch(signInOrThrow)
  if (typeof view === 'string') return navigateTo(view, { redirectCode: 303 })
  const of = (kind: string) =>
    view.counts.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0)
  const may = (right: string) => view.rights.includes(right)
  places.value = {
    name: view.units[0] ?? t('desk'),
    home: link('/desk'),
    groups: [
      {
        links: [
          {
            href: link('/desk'),
            label: t('all_work'),
            count: of('caseItem') + of('ticket') + of('rectification'),
          },
          ...(may('cases.read')
            ? [{ href: link('/desk?kind=caseItem'), label: t('kind_caseItem'), count: of('caseItem') }]
            : []),
          ...(may('tickets.read')
            ? [{ href: link('/desk?kind=ticket'), label: t('kind_ticket'), count: of('ticket') }]
            : []),
          ...(may('rectifications.read')
            ? [
                {
                  href: link('/desk?kind=rectification'),
                  label: t('kind_rectification'),
                  count: of('rectification'),
                },
              ]
            : []),
          { href: link('/desk?due=today'), label: t('due_today'), count: view.due, urgent: view.due > 0 },
        ],
      },
      ...(may('certificates.revoke')
        ? [
            {
              title: t('certificates'),
              links: [{ href: link('/desk/certificates'), label: t('revoke_certificate') }],
            },
          ]
        : []),
      ...(may('audit.read') ? [{ links: [{ href: link('/desk/audit'), label: t('audit_title') }] }] : []),
    ],
  }
})

function signInOrThrow(error: unknown): string {
  const signIn = signInOf(error)
  if (signIn) return signIn
  throw error
}
