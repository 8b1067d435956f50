/** Three years, unless LOOKUPS_KEPT_DAYS says otherwise. */
const DEFAULT_DAYS = 1095

/** 网络安全法: at least six months, whatever is configured. */
const LEAST_DAYS = 183

/** For how many days a look-up stays in the log and its archive. */
export function keptDays(): number {
  const days = Number(process.env.LOOKUPS_KEPT_DAYS ?? DEFAULT_DAYS)
  return Number.isFinite(days) ? Math.max(LEAST_DAYS, days) : DEFAULT_DAYS
}
