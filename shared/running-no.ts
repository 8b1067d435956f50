/**
 * A number that people know something by: letters, yyyyMMdd and digits that count from 1 each day.
 * @param day `YYYY-MM-DD`
 */
export function runningNo(letters: string, day: string, running: number, digits = 4): string {
  return letters + day.replaceAll('-', '') + String(running).padStart(digits, '0')
}
