/**
 * A person's inbox: short messages with a link, in words of `locales/<lang>/notices.json`, and their way out by SMS and
 * mail where the configuration has channels. Level 1. Written by jobs after something happened; a message that was
 * written once is never written again.
 */
export { tell, type NoticeParams } from './tell.ts'
export { listNotices } from './list.ts'
export { markRead } from './mark-read.ts'
export { unreadCount } from './store.ts'
export { useChannels, usePhones } from './channels.ts'
export { chooseContact, readContact } from './contact.ts'
export { readDeliveries, sendAgain } from './deliveries.ts'
export { handleDeliver } from './deliver.ts'
export { handleReports } from './reports.ts'
