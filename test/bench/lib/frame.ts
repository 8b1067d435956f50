import { arch, cpus, platform, release, totalmem } from 'node:os'
import { readFileSync } from 'node:fs'

/** Every figure is the median of so many runs, each alternating with the baseline. */
export const REPEATS = Number(process.env.BENCH_REPEATS ?? 5)

export interface Measured {
  median: number
  /** Smallest and largest run. */
  low: number
  high: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [left = Number.NaN, right = Number.NaN] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? right : (left + right) / 2
}

export function summary(values: readonly number[]): Measured {
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) }
}

/**
 * Measures several things in turn, over and over, so that a machine that slows down slows all of them.
 * @returns for each the single runs, in order
 */
export async function alternate<Name extends string>(
  runs: Readonly<Record<Name, () => Promise<number>>>,
  repeats = REPEATS,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(runs) as Name[]
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let i = 0; i < repeats; i += 1) for (const name of names) values[name].push(await runs[name]())
  return values
}

/** One thing's runs as shares of another's, run by run. */
export function shares(values: readonly number[], baseline: readonly number[]): number[] {
  return values.map((value, i) => value / (baseline[i] ?? Number.NaN))
}

/** Prints a line of a table: name, median, spread. */
export function show(name: string, values: readonly number[], unit: string, digits = 0): void {
  const { median, low, high } = summary(values)
  const [middle, from, to] = [median, low, high].map((value) => value.toFixed(digits))
  console.log(`  ${name.padEnd(34)} ${(middle ?? '').padStart(10)} ${unit.padEnd(8)} (${from} – ${to})`)
}

/** Says what it ran on: figures without it mean nothing. */
export function showMachine(): void {
  const [cpu] = cpus()
  const version = (name: string): string =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
  console.log(
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()} ${release()} ${arch()}`,
  )
  console.log(
    `Node ${process.versions.node}, nuxt ${version('nuxt')}, better-sqlite3 ${version('better-sqlite3')}; ${REPEATS} repeats\n`,
  )
}

/** The last line. */
export function result(name: string, figures: Readonly<Record<string, number>>, digits = 3): void {
  const pairs = Object.entries(figures).map(([key, value]) => `${key}=${Number(value.toFixed(digits))}`)
  console.log(`\nRESULT ${name} ${pairs.join(' ')}`)
}
