/** By how much the product's time is ahead of the machine's, in milliseconds. */
let ahead = 0

/**
 * Lets time begin at another moment and run on from there: the demo city's babies are born and its terms begin on fixed
 * days, and what is tested with them must not depend on the day of the test.
 * @param moment ISO, with its zone; nothing leaves the machine's time
 * @throws Error outside the demo, and when it is no moment
 */
export function useClock(moment: string | undefined): void {
  if (!moment) return
  if (process.env.YIZHAN_MODE === 'city')
    throw new Error('refusing to start: YIZHAN_NOW moves the clock and is for the demo only; unset it')
  const begin = Date.parse(moment)
  if (Number.isNaN(begin)) throw new Error(`refusing to start: YIZHAN_NOW is no moment: ${moment}`)
  ahead = begin - Date.now()
}

/** The time at which the product works, epoch milliseconds. */
export function now(): number {
  return Date.now() + ahead
}
