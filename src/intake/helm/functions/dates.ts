import { method } from '../template/methods.ts'
import type { Call, GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { goObject, isObject, type GoObject, type Value } from '../template/value.ts'
import { fixed, textAt, valueAt } from './arguments.ts'
import { strval } from './convert.ts'
import { formatDate, parseDate } from './date-layout.ts'
import { durationText, parseDuration } from './durations.ts'

// The clock stands still: a rendering must be the same each time, and no rule asks for the time of day.
const NOW_MS = Date.UTC(2026, 0, 1)

/** Functions of dates. There is one time zone, UTC, and one time. */
export const DATES: Readonly<Record<string, GoFunction>> = {
  now: fixed(0, () => timeOf(NOW_MS)),
  date: fixed(2, (call) => formatDate(textAt(call, 0), momentOf(valueAt(call, 1)))),
  dateInZone: fixed(3, inZone),
  date_in_zone: fixed(3, inZone),
  htmlDate: fixed(1, (call) => formatDate('2006-01-02', momentOf(valueAt(call, 0)))),
  htmlDateInZone: fixed(2, (call) => formatDate('2006-01-02', momentOf(valueAt(call, 0)))),
  dateModify: fixed(2, modify),
  date_modify: fixed(2, modify),
  mustDateModify: fixed(2, modify),
  must_date_modify: fixed(2, modify),
  toDate: fixed(2, (call) => timeOf(parseDate(textAt(call, 0), textAt(call, 1)) ?? ZERO_MS)),
  mustToDate: fixed(2, (call) => {
    const moment = parseDate(textAt(call, 0), textAt(call, 1))
    return timeOf(moment ?? give(`parsing time "${textAt(call, 1)}" failed`))
  }),
  unixEpoch: fixed(1, (call) => String(Math.floor(momentOf(valueAt(call, 0)) / 1000))),
  ago: fixed(1, (call) => durationText(roundedTo(NOW_MS - momentOf(valueAt(call, 0)), 1000))),
  duration: fixed(1, (call) => durationText(secondsOf(valueAt(call, 0)) * 1000)),
  durationRound: fixed(1, (call) => roundedDuration(valueAt(call, 0))),
}

// Go's zero time.
const ZERO_MS = Date.UTC(2000, 0, 1) - 63_082_281_600_000

const moments = new WeakMap<GoObject, number>()

function timeOf(ms: number): GoObject {
  const text = formatDate('2006-01-02 15:04:05.999999999 -0700 MST', ms)
  const date = new Date(ms)
  const number = (value: number): bigint => BigInt(value)
  const time = goObject('time.Time', text, {
    Format: method(1, ([layout = null]) => formatDate(strval(layout), ms)),
    Unix: method(0, () => number(Math.floor(ms / 1000))),
    UnixNano: method(0, () => number(ms) * 1_000_000n),
    Year: method(0, () => number(date.getUTCFullYear())),
    Month: method(0, () => formatDate('January', ms)),
    Day: method(0, () => number(date.getUTCDate())),
    Hour: method(0, () => number(date.getUTCHours())),
    Minute: method(0, () => number(date.getUTCMinutes())),
    Second: method(0, () => number(date.getUTCSeconds())),
    Weekday: method(0, () => formatDate('Monday', ms)),
    UTC: method(0, () => time),
    String: method(0, () => text),
  })
  moments.set(time, ms)
  return time
}

function momentOf(value: Value): number {
  if (typeof value === 'bigint') return Number(value) * 1000
  return (isObject(value) ? moments.get(value) : undefined) ?? NOW_MS
}

function inZone(call: Call): string {
  return formatDate(textAt(call, 0), momentOf(valueAt(call, 1)))
}

function modify(call: Call): GoObject {
  const date = valueAt(call, 1)
  const change = parseDuration(textAt(call, 0))
  if (change === undefined) {
    return call.name.startsWith('must')
      ? give(`invalid duration "${textAt(call, 0)}"`)
      : timeOf(momentOf(date))
  }
  return timeOf(momentOf(date) + change)
}

function secondsOf(value: Value): number {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : 0
}

function roundedTo(ms: number, unit: number): number {
  return Math.round(ms / unit) * unit
}

const UNITS = [
  ['y', 365 * 24 * 3600],
  ['mo', 30 * 24 * 3600],
  ['d', 24 * 3600],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const

function roundedDuration(value: Value): string {
  const seconds = Math.abs(durationOf(value)) / 1000
  const unit = UNITS.find(([, size]) => seconds > size)
  return unit === undefined ? '0s' : `${Math.floor(seconds / unit[1])}${unit[0]}`
}

function durationOf(value: Value): number {
  if (typeof value === 'string') return parseDuration(value) ?? 0
  if (typeof value === 'bigint') return Number(value) / 1_000_000
  return isObject(value) ? NOW_MS - momentOf(value) : 0
}
