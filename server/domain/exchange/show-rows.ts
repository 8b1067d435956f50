import { readable } from '#shared/elements/readable.ts'
import { showValue, takeKnown } from '#shared/elements/value.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { say, type Lang } from '#shared/text.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import { catalog } from '../catalog/index.ts'
import { now } from '../clock.ts'

/** Rows of a resource as people read them, by the names and elements that the catalogue gives its fields. */
export function showRows(
  resource: string,
  rows: readonly RegisterRow[],
  lang: Lang,
): { label: string; value: string }[][] {
  const items = new Map(
    catalog()
      .one('resource', resource)
      .items.map((item) => [item.field, item]),
  )
  return rows.map((row) =>
    Object.entries(row).map(([field, value]) => {
      const item = items.get(field)
      const element = item?.element === undefined ? undefined : catalog().find('element', item.element)
      const taken = element && takeKnown(element, value, { today: dayOf(now()) })
      const shown =
        element && taken?.value !== undefined && !taken.fault && showValue(element, taken.value, lang)
      return { label: item ? say(item.name, lang) : field, value: shown || String(readable(value)) }
    }),
  )
}
