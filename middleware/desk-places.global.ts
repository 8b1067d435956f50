/** Fills the side of the desk before its layout is drawn: who works here and what waits. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (!/^(\/en)?\/desk(\/|$)/.test(to.path)) return
  const places = useDeskPlaces()
  const t = useText('desk')
  const link = useLink()
  // Citizens' pages load this file too.
  const { deskCases } = await import('#shared/contract/cases.ts')
  const { deskGroups } = await import('~/components/desk/desk-groups')
  const view = await useApi(deskCases.places).catch(signInOrThrow)
  if (typeof view === 'string') return navigateTo(view, { redirectCode: 303 })
  const groups = deskGroups(view, t, link)
  const home = groups[0]?.links[0]?.href ?? link('/desk')
  const { id: by, name: person, visitor } = view
  places.value = { name: view.units[0] ?? t('desk'), by, person, home, groups, visitor }
  // Who has no inbox begins at the one place they work at.
  if (to.path === link('/desk') && home !== to.path) return navigateTo(home, { redirectCode: 303 })
})

function signInOrThrow(error: unknown): string {
  const signIn = signInOf(error)
  if (signIn) return signIn
  throw error
}
