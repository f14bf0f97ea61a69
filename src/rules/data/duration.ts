const UNITS: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
  us: 1e-6,
  ns: 1e-9,
}

/** The seconds of a duration as Go writes it (`2160h`, `1h30m`), or undefined when it is none. */
export function parseDuration(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:h|ms|m|us|ns|s))+$/.test(value))
    return undefined
  let seconds = 0
  for (const [, amount = '0', unit = 's'] of value.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|us|ns|s)/g)) {
    seconds += Number(amount) * (UNITS[unit] ?? 0)
  }
  return seconds
}
