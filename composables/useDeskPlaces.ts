import type { Ref } from 'vue'
import type { VisitorLine } from '#shared/counter/views.ts'

/** What the side of the desk shows: its name, who works there, and the places they may enter, with what waits there. */
export interface DeskPlaces {
  /** Whoever is at this clerk's counter. */
  visitor: VisitorLine | null
  name: string
  /** The id and the name of the member of staff. */
  by: string
  person: string
  home: string
  groups: { title?: string; links: { href: string; label: string; count?: number; urgent?: boolean }[] }[]
}

/** The places of the desk, kept for the page; a route middleware fills them before the layout is drawn. */
export function useDeskPlaces(): Ref<DeskPlaces> {
  const t = useText('site')
  const link = useLink()
  return useState('desk places', () => ({
    name: t('desk_name'),
    by: '',
    person: '',
    home: link('/desk'),
    groups: [],
    visitor: null,
  }))
}
