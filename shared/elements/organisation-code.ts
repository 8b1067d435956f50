const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The code of an organisation, GB 11714-1997: eight characters and their check character. */
export function organisationCode(eight: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * parseInt(eight[i] ?? '0', 36), 0)
  const check = 11 - (sum % 11)
  return eight + (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}
