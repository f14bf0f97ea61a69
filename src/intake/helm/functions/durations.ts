const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
])

/** Milliseconds of a duration as Go writes it (`-1h30m`), or undefined. */
export function parseDuration(text: string): number | undefined {
  const found = /^([+-]?)(.+)$/.exec(text)
  if (found === null) return undefined
  const [, sign = '', rest = ''] = found
  if (rest === '0') return 0
  let sum = 0
  let at = 0
  for (const part of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|ms|s|m|h)/g)) {
    if (part.index !== at) return undefined
    at += part[0].length
    sum += Number(part[1]) * (UNITS_MS.get(part[2] ?? '') ?? 0)
  }
  return at === rest.length ? (sign === '-' ? -sum : sum) : undefined
}

/** A duration as Go writes it. */
export function durationText(ms: number): string {
  if (ms === 0) return '0s'
  const sign = ms < 0 ? '-' : ''
  const size = Math.abs(ms)
  if (size < 1000) return `${sign}${Number(size.toFixed(6))}ms`
  const hours = Math.floor(size / 3_600_000)
  const minutes = Math.floor(size / 60_000) % 60
  const seconds = `${Number(((size % 60_000) / 1000).toFixed(9))}s`
  if (hours > 0) return `${sign}${hours}h${minutes}m${seconds}`
  return minutes > 0 ? `${sign}${minutes}m${seconds}` : sign + seconds
}
