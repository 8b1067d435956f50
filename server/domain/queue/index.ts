/**
 * The halls: appointments in slots of a capacity, tickets, calling, live waiting times. Tickets live for minutes and
 * have moves of their own, without the work engine. Level 3.
 */
export { useQueueRules } from './rules.ts'
export { listHalls, readHall, readKiosk, readScreen, readTicket } from './read-halls.ts'
export { takeAtDesk, takeAtKiosk } from './take.ts'
export { arriveAtDesk, arriveAtKiosk } from './arrive.ts'
export { bookOwn, cancelOwn, changeOwn } from './book.ts'
export { bookAtDesk } from './book-at-desk.ts'
export { ownForm } from './booking-form.ts'
export { comingAppointments, ownAppointments, readAppointment } from './read-own.ts'
export { deskAppointments, deskHalls, readDeskQueue } from './read-desk.ts'
export { leave, sit } from './seat.ts'
export { ticketOfClerk } from './ticket-of-clerk.ts'
export { callNext } from './call.ts'
export { comeBack, moveTicket } from './move.ts'
export { transfer } from './transfer.ts'
export { handleQueueTick } from './jobs.ts'
export { appointmentsOfVisitor, atCounter, beginServing, isInHand, type AtCounter } from './at-counter.ts'
export { fieldOfVisitor } from './visitor.ts'
