import type { Text } from '../text.ts'

/** A service hall or centre with its counters (政务服务中心, 窗口). */
export interface Hall {
  code: string
  name: Text
  address: Text
  division: string
  phone: string
  /** When it is open, as people read it. */
  hours: Text
  /** When tickets are called: on working days, and on Saturdays that are no holidays. */
  opening: Opening
  counters: { code: string; name: Text }[]
  /** What people come for; each has its own letter on tickets. */
  businesses: HallBusiness[]
}

export interface Opening {
  workdays: OpenSpan[]
  saturdays: OpenSpan[]
}

/** From one time of day to another, `HH:MM` in the city's time. */
export interface OpenSpan {
  from: string
  to: string
}

/** One kind of business at a hall: which counters take it, and how many people may book each slot of time. */
export interface HallBusiness {
  code: string
  name: Text
  /** Begins its ticket numbers: A in A001. */
  letter: string
  /** Codes of the hall's counters. */
  counters: string[]
  /** How long a slot is. */
  slotMinutes: number
  /** How many may book one slot; 0 where nothing is booked. */
  capacity: number
}
