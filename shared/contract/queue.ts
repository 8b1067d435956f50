import * as v from 'valibot'
import { CLERK_MOVES } from '../queue/moves.ts'
import type {
  AppointmentLine,
  AppointmentView,
  BookingForm,
  DeskAppointmentsView,
  DeskHall,
  DeskQueueView,
  HallLine,
  HallView,
  KioskView,
  ScreenView,
  TicketPageView,
} from '../queue/views.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, Id, No, Nothing, OptionalText, RequiredText } from './fields.ts'

const Code = (missing: string) =>
  v.pipe(
    v.optional(v.string(missing), ''),
    v.minLength(1, missing),
    v.regex(/^[\w.-]{1,64}$/, 'bad_reference'),
  )
const MaybeCode = v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{0,64}$/, 'bad_reference')), '')
const Hall = v.object({ hall: No })
const OfTicket = v.object({ ticket: Id })
/** A slot as one choice of a form: `2026-11-24 09:30`. */
const Slot = v.pipe(
  v.optional(v.string('slot_missing'), ''),
  v.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'slot_missing'),
  v.transform((slot) => ({ day: slot.slice(0, 10), time: slot.slice(11) })),
)
const Booking = { business: Code('business_missing'), slot: Slot, priority: MaybeCode }
const Wanted = { business: MaybeCode, day: v.optional(v.string(), '') }
/** What the machine at the entrance says to be one, see `kioskKey`. */
const Key = v.optional(v.string(), '')

/** What everybody may see and do at a hall, without signing in. */
export const halls = {
  list: get('/api/halls', Nothing, answers<HallLine[]>()),
  read: get('/api/halls/:hall', Hall, answers<HallView>()),
  screen: get('/api/halls/:hall/screen', Hall, answers<ScreenView>()),
  kiosk: get('/api/halls/:hall/kiosk', v.object({ hall: No, key: Key }), answers<KioskView>()),
  take: post(
    '/api/halls/:hall/tickets',
    v.object({ hall: No, business: Code('business_missing'), priority: MaybeCode, key: Key }),
    answers<{ ticket: string }>(),
  ),
  arrive: post(
    '/api/halls/:hall/arrivals',
    v.object({ hall: No, no: RequiredText(20, 1, 'appointment_no_missing'), key: Key }),
    answers<{ ticket: string }>(),
  ),
  ticket: get('/api/halls/tickets/:ticket', OfTicket, answers<TicketPageView>()),
  comeBack: post('/api/halls/tickets/:ticket/return', OfTicket, answers<{ ticket: string }>()),
}

/** A person's own appointments. */
export const appointments = {
  form: get(
    '/api/my/appointments/form',
    v.object({ hall: No, change: v.optional(No), ...Wanted }),
    answers<BookingForm>(),
  ),
  mine: get('/api/my/appointments', Nothing, answers<AppointmentLine[]>()),
  read: get('/api/my/appointments/:no', v.object({ no: No }), answers<AppointmentView>()),
  book: post('/api/my/appointments', v.object({ hall: No, ...Booking }), answers<{ no: string }>()),
  change: post(
    '/api/my/appointments/:no/change',
    v.object({ no: No, slot: Slot }),
    answers<{ no: string }>(),
  ),
  cancel: post('/api/my/appointments/:no/cancellation', v.object({ no: No }), answers<{ no: string }>()),
}

/** A hall's line at the desk. */
export const deskQueue = {
  places: get('/api/desk/queue', Nothing, answers<DeskHall[]>()),
  read: get('/api/desk/queue/:hall', Hall, answers<DeskQueueView>()),
  sit: post(
    '/api/desk/queue/:hall/seat',
    v.object({ hall: No, counter: Code('counter_missing') }),
    answers<{ hall: string }>(),
  ),
  leave: post('/api/desk/queue/:hall/leave', Hall, answers<{ hall: string }>()),
  call: post('/api/desk/queue/:hall/call', Hall, answers<{ hall: string; no: string | null }>()),
  move: post(
    '/api/desk/queue/tickets/:ticket/move',
    v.object({ ticket: Id, move: Chosen(CLERK_MOVES) }),
    answers<{ hall: string }>(),
  ),
  transfer: post(
    '/api/desk/queue/tickets/:ticket/transfer',
    v.object({ ticket: Id, business: Code('business_missing'), counter: MaybeCode }),
    answers<{ hall: string }>(),
  ),
  take: post(
    '/api/desk/queue/:hall/tickets',
    v.object({ hall: No, business: Code('business_missing'), priority: MaybeCode }),
    answers<{ hall: string; no: string }>(),
  ),
  /** By the number of the appointment, or by name and the last four digits of the phone. */
  arrive: post(
    '/api/desk/queue/:hall/arrivals',
    v.object({ hall: No, no: OptionalText(20), name: OptionalText(50), phone: OptionalText(20) }),
    answers<{ hall: string; no: string }>(),
  ),
  appointments: get(
    '/api/desk/queue/:hall/appointments',
    v.object({ hall: No, ...Wanted }),
    answers<DeskAppointmentsView>(),
  ),
  book: post(
    '/api/desk/queue/:hall/appointments',
    v.object({
      hall: No,
      ...Booking,
      name: RequiredText(50),
      residentId: RequiredText(24),
      phone: RequiredText(20),
    }),
    answers<{ hall: string; no: string }>(),
  ),
}
