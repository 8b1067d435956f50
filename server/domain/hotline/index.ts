/**
 * The 12345 hotline: a caller files a ticket, the hotline centre dispatches it, a department signs for it and replies,
 * the caller says whether it is solved. Level 4. Where a ticket stands is a work item with the same id; the moves are
 * in shared/hotline/moves.ts, the limits in shared/hotline/limits.ts and the catalogue.
 */
export { file } from './file.ts'
export { filingForm, hotlineGuide } from './guide.ts'
export { myTickets, readTicket, readDeskTicket, ticketsAtCounter } from './read.ts'
export { dispatch } from './dispatch.ts'
export { decline } from './decline.ts'
export { sign, returnTicket } from './sign.ts'
export { reply } from './reply.ts'
export { callBack, callBackByAgent } from './call-back.ts'
export { handleTicketNotice } from './jobs.ts'
