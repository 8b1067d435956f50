import type { PlacesView } from '#shared/cases/desk-view.ts'
import type { DeskPlaces } from '~/composables/useDeskPlaces'

/** The inboxes of the desk, each with the rights that open it. */
const KINDS: { kind: PlacesView['counts'][number]['kind']; rights: string[] }[] = [
  { kind: 'caseItem', rights: ['cases.read'] },
  { kind: 'ticket', rights: ['tickets.read'] },
  { kind: 'rectification', rights: ['rectifications.read'] },
  { kind: 'subscription', rights: ['exchange.govern', 'exchange.provide'] },
  { kind: 'dataObjection', rights: ['exchange.govern', 'exchange.provide'] },
  { kind: 'lookupQuestion', rights: ['exchange.govern', 'exchange.answer'] },
]

/** What stands at the side of the desk for somebody with these rights, with what waits of each kind. */
export function deskGroups(
  { counts, due, rights }: PlacesView,
  t: (key: string) => string,
  link: (path: string) => string,
): DeskPlaces['groups'] {
  const may = (...some: string[]) => some.some((right) => rights.includes(right))
  const place = (path: string, key: string) => ({ href: link(path), label: t(key) })
  const countOf = (kind: string) =>
    counts.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0)
  const inboxes = KINDS.filter((each) => may(...each.rights)).map(({ kind }) => kind)
  const inbox = [
    { ...place('/desk', 'all_work'), count: inboxes.reduce((sum, kind) => sum + countOf(kind), 0) },
    ...inboxes.map((kind) => ({ ...place(`/desk?kind=${kind}`, `kind_${kind}`), count: countOf(kind) })),
    { ...place('/desk?due=today', 'due_today'), count: due, urgent: due > 0 },
  ]
  const exchange = [
    place('/desk/exchange', 'exchange_resources'),
    place('/desk/exchange/lists', 'exchange_lists'),
    ...(may('exchange.govern', 'exchange.provide', 'exchange.subscribe')
      ? [place('/desk/exchange/subscriptions', 'exchange_subscriptions')]
      : []),
    ...(may('exchange.govern', 'exchange.provide') ? [place('/desk/exchange/board', 'exchange_board')] : []),
  ]
  const emergencies = place('/desk/exchange/emergencies', 'exchange_emergencies')
  return [
    ...(inboxes.length > 0 ? [{ links: inbox }] : []),
    ...(may('drafts.assist', 'queue.serve')
      ? [
          {
            links: [
              ...(may('counter.identify') ? [place('/desk/counter', 'counter_visits')] : []),
              ...(may('drafts.assist') ? [place('/desk/assist', 'assist')] : []),
              ...(may('queue.serve')
                ? [place('/desk/queue', 'queue_counters'), place('/desk/screen', 'second_screen')]
                : []),
            ],
          },
        ]
      : []),
    ...(may('certificates.revoke')
      ? [{ title: t('certificates'), links: [place('/desk/certificates', 'revoke_certificate')] }]
      : []),
    ...(may('catalog.write')
      ? [
          {
            title: t('catalog_group'),
            links: [
              place('/desk/catalog', 'catalog'),
              place('/desk/catalog/packages', 'catalog_packages'),
              ...(may('catalog.publish') ? [place('/desk/calendar', 'calendar')] : []),
            ],
          },
        ]
      : []),
    ...(may('exchange.browse', 'exchange.lookUp', 'exchange.confirm')
      ? [
          {
            title: t('exchange_group'),
            links: [
              ...(may('exchange.browse') ? exchange : []),
              ...(may('exchange.lookUp', 'exchange.confirm') ? [emergencies] : []),
            ],
          },
        ]
      : []),
    ...(may('audit.read') ? [{ links: [place('/desk/audit', 'audit_title')] }] : []),
    {
      title: t('office_group'),
      links: [
        ...(may('work.supervise', 'cases.approve') ? [place('/desk/supervision', 'supervision')] : []),
        ...(may('work.supervise') ? [place('/desk/deliveries', 'deliveries')] : []),
        place('/desk/absences', 'absences'),
      ],
    },
  ]
}
