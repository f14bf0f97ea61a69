const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

// The parts of Go's reference time, longest first: Mon Jan 2 15:04:05 MST 2006.
const PART =
  /January|Jan|Monday|Mon|MST|2006|-07:00|-0700|-07|Z07:00|Z0700|[.,]0+|[.,]9+|002|01|02|03|04|05|06|15|PM|pm|_2|1|2|3|4|5/g

/** A moment in the layout of Go's reference time. There is one time zone, UTC. */
export function formatDate(layout: string, ms: number): string {
  const date = new Date(ms)
  return layout.replaceAll(PART, (part) => partOf(part, date))
}

type Show = (date: Date) => string

const SHOWN: Readonly<Record<string, Show>> = {
  '2006': (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  '06': (date) => two(date.getUTCFullYear() % 100),
  January: (date) => MONTHS[date.getUTCMonth()] ?? '',
  Jan: (date) => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
  '01': (date) => two(date.getUTCMonth() + 1),
  '1': (date) => String(date.getUTCMonth() + 1),
  '02': (date) => two(date.getUTCDate()),
  _2: (date) => String(date.getUTCDate()).padStart(2, ' '),
  '2': (date) => String(date.getUTCDate()),
  '002': (date) => String(dayOfYear(date)).padStart(3, '0'),
  Monday: (date) => DAYS[date.getUTCDay()] ?? '',
  Mon: (date) => (DAYS[date.getUTCDay()] ?? '').slice(0, 3),
  '15': (date) => two(date.getUTCHours()),
  '03': (date) => two(date.getUTCHours() % 12 || 12),
  '3': (date) => String(date.getUTCHours() % 12 || 12),
  '04': (date) => two(date.getUTCMinutes()),
  '4': (date) => String(date.getUTCMinutes()),
  '05': (date) => two(date.getUTCSeconds()),
  '5': (date) => String(date.getUTCSeconds()),
  PM: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  pm: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  MST: () => 'UTC',
  'Z07:00': () => 'Z',
  Z0700: () => 'Z',
  '-07:00': () => '+00:00',
  '-0700': () => '+0000',
  '-07': () => '+00',
}

function partOf(part: string, date: Date): string {
  const show = SHOWN[part]
  if (show !== undefined) return show(date)
  const digits = String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0')
  const fraction = digits.slice(0, part.length - 1)
  if (part[1] === '0') return `${part[0]}${fraction}`
  const short = fraction.replace(/0+$/, '')
  return short === '' ? '' : `${part[0]}${short}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1
}

const PATTERNS: Readonly<Record<string, string>> = {
  '2006': String.raw`(?<year>\d{4})`,
  '01': String.raw`(?<month>\d{2})`,
  '1': String.raw`(?<month>\d{1,2})`,
  January: '(?<monthName>[A-Za-z]+)',
  Jan: '(?<monthName>[A-Za-z]{3})',
  '02': String.raw`(?<day>\d{2})`,
  '2': String.raw`(?<day>\d{1,2})`,
  '15': String.raw`(?<hour>\d{2})`,
  '04': String.raw`(?<minute>\d{2})`,
  '05': String.raw`(?<second>\d{2}(?:\.\d{1,9})?)`,
  'Z07:00': String.raw`(?<zone>Z|[+-]\d{2}:\d{2})`,
  '-0700': String.raw`(?<zone>[+-]\d{4})`,
  MST: '[A-Z]{3,4}',
}

/** The moment that a text tells in a layout, in milliseconds, or undefined. */
export function parseDate(layout: string, text: string): number | undefined {
  let pattern = ''
  let at = 0
  for (const part of layout.matchAll(PART)) {
    pattern += escaped(layout.slice(at, part.index)) + (PATTERNS[part[0]] ?? '.*')
    at = part.index + part[0].length
  }
  const groups = new RegExp(`^${pattern}${escaped(layout.slice(at))}$`).exec(text)?.groups
  if (groups === undefined) return undefined
  const { year = '0', day = '1', hour = '0', minute = '0', second = '0', zone = 'Z' } = groups
  const midnight = Date.UTC(Number(year), monthOf(groups), Number(day))
  const ms = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
  return midnight + ms - offsetOf(zone)
}

function monthOf({ month, monthName }: Readonly<Record<string, string>>): number {
  if (monthName === undefined) return Number(month ?? '1') - 1
  return MONTHS.findIndex((name) => name.startsWith(monthName))
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (found === null) return 0
  const size = (Number(found[2]) * 60 + Number(found[3])) * 60_000
  return found[1] === '-' ? -size : size
}

function escaped(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)
}
