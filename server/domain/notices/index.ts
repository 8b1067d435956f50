/**
 * A person's inbox: short messages with a link, in words of `locales/<lang>/notices.json`. Level 1. Written by jobs
 * after something happened; a message that was written once is never written again.
 */
export { tell, type NoticeParams } from './tell.ts'
export { listNotices } from './list.ts'
export { markRead } from './mark-read.ts'
export { unreadCount } from './store.ts'
