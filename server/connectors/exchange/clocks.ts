import { log } from '../../utils/log.ts'
import { ExchangeError } from './connector.ts'
import { CLOCK_TOLERANCE_MS } from './gateway/signature.ts'

/**
 * Refuses an answer that is not of this time. Clocks that differ are for people to mend: the log says by how much.
 * @param moment of the answer, as it says itself, epoch milliseconds
 * @throws ExchangeError stale
 */
export function requireOfNow(moment: number): void {
  if (Math.abs(Date.now() - moment) <= CLOCK_TOLERANCE_MS) return
  tellClocks(moment)
  throw new ExchangeError('stale', 'the answer is not of this time')
}

/**
 * Writes by how much the other side's clock is ahead of ours; the call is not made again with its time.
 * @param moment epoch milliseconds; undefined when the other side does not say
 */
export function tellClocks(moment: number | undefined): void {
  log.warn('the clock of the exchange differs from ours', {
    ms: moment === undefined ? null : moment - Date.now(),
  })
}
