import type { InjectionKey } from 'vue'

/** Where guidance asks its questions, where it is left, and whether one can apply from there. */
export interface GuidancePath {
  ask: string
  leave: string
  apply: boolean
}

const PLACE: InjectionKey<GuidancePath> = Symbol('guidance path')

/** The desk's preview asks elsewhere than the guide does. */
export function provideGuidancePath(place: GuidancePath): void {
  provide(PLACE, place)
}

/** The place of guidance about a life event: beside its guide, unless the page said otherwise. */
export function useGuidancePath(lifeEvent: string): GuidancePath {
  const link = useLink()
  const guide = link(`/events/${lifeEvent}`)
  return inject(PLACE, () => ({ ask: `${guide}/try`, leave: guide, apply: true }), true)
}
