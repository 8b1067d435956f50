import { expect } from '@playwright/test'
import { appointments, deskQueue, halls } from '../../../shared/contract/queue.ts'
import { TODAY } from './city.ts'
import type { Client } from './client.ts'

const HALL = 'city-centre'
const COUNTER = 'A01'

/** People who come to a hall: those who booked arrive with their number, the others take a ticket at the entrance. */
export async function peopleCome(
  clerk: Client,
  booked: readonly Client[],
  walkIns: number,
): Promise<{ waiting: number }> {
  await clerk.call(deskQueue.sit, { hall: HALL, counter: COUNTER })
  const { kiosk } = await clerk.call(deskQueue.read, { hall: HALL })
  const key = new URL(kiosk, 'http://hall').searchParams.get('key')
  for (const [i, person] of booked.entries()) {
    const slot = `${TODAY} ${i % 2 === 0 ? '11:30' : '14:00'}`
    const { no } = await person.call(appointments.book, { hall: HALL, business: 'people', slot })
    // An appointment needs no second ticket: its number is the ticket.
    await person.call(halls.arrive, { hall: HALL, no, key })
  }
  for (let i = 0; i < walkIns; i += 1) {
    const priority = i === walkIns - 1 ? 'pregnant' : ''
    await clerk.call(halls.take, { hall: HALL, business: 'life-events', priority, key })
  }
  const { line } = await clerk.call(deskQueue.read, { hall: HALL })
  return { waiting: line.length }
}

/** Calls everybody in the line, one after the other. Answers their numbers, in the order in which they were called. */
export async function everybodyIsServed(clerk: Client): Promise<string[]> {
  const called: string[] = []
  for (;;) {
    const { no } = await clerk.call(deskQueue.call, { hall: HALL })
    if (no === null) break
    called.push(no)
    const { current } = await clerk.call(deskQueue.read, { hall: HALL })
    expect(current?.no).toBe(no)
    for (const move of ['serve', 'finish'])
      await clerk.call(deskQueue.move, { ticket: current?.id ?? '', move })
  }
  await clerk.call(deskQueue.leave, { hall: HALL })
  return called
}
