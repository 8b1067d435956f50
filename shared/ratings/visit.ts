import type { Text } from '../text.ts'

/** What a rated visit to a counter is called (一次一评). */
export const VISIT: Text = { zh: '窗口服务', en: 'Service at the counter' }

/** Stands in place of a life event where a visit was about none. */
export const VISIT_TOPIC = 'visit'
