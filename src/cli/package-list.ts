import type { ListedPackage, PackageList } from '../app/packages.ts'
import { cellOf } from '../report/csv/csv.ts'
import { plural } from '../report/headline.ts'
import { jsonText } from '../report/printable.ts'
import type { Style } from '../report/report.ts'
import { flow, wrap } from '../report/text/columns.ts'
import { createPen, type Pen } from '../report/text/pen.ts'

/** The packages for people: each with its place, what is known against it and what mends it. */
export function packagesText(list: PackageList, style: Style): string {
  const pen = createPen(style)
  const entries = list.packages.flatMap((each) => tell(each, pen))
  const closing = [
    ...flow(sumOf(list), pen.joint, pen.width),
    ...unknownLines(list, pen),
    ...ageLines(list, pen),
  ]
  return [...entries, ...closing].map((line) => `${line}\n`).join('')
}

function tell(each: ListedPackage, pen: Pen): readonly string[] {
  const { name, version, ecosystem, place } = each
  const head = pen.paint('strong', pen.say(`${name} ${version ?? '(no version)'}`))
  return [
    ...flow(
      [head, ecosystem, place, scopeWords(each), ...(each.examined ? [] : ['not examined'])],
      pen.joint,
      pen.width,
    ),
    ...factsOf(each)
      .flatMap((text) => wrap(pen.say(text), pen.width - 2))
      .map((line) => `  ${line}`),
  ]
}

function scopeWords({ dev }: ListedPackage): string {
  if (dev === null) return 'nobody says what for'
  return dev ? 'development' : 'production'
}

function factsOf(each: ListedPackage): readonly string[] {
  const { ids, flaws, unsure, severity, exploited, exposed, broughtBy, direct } = each
  const worst = severity === null || severity === 'unknown' ? 'no severity known' : severity
  return [
    ...(ids.length > 0
      ? [`${idWords(flaws)}: ${worst}${exploited ? ', exploited' : ''}. ${fixWords(each)}`]
      : []),
    ...(unsure.length > 0
      ? [`Cannot tell whether this version is meant: ${idWords(unsure)}.`]
      : []),
    ...(broughtBy === null || direct === true
      ? []
      : [`Brought by ${broughtBy.name}${broughtBy.at === undefined ? '' : ` (${broughtBy.at})`}.`]),
    ...Object.entries(each.states).map(
      ([id, { status, from }]) => `${id}: ${status.replaceAll('_', ' ')}, says ${from}.`,
    ),
    ...(exposed === null || ids.length === 0 ? [] : [`${exposed}.`]),
  ]
}

function fixWords({ fix, isMajorFix, noFix, fixes }: ListedPackage): string {
  if (fix !== null) return `Mended in ${fix}${isMajorFix === true ? ', a new major version' : ''}.`
  const open = Object.values(fixes).filter((versions) => versions.length === 0).length
  if (open === 0) return 'Every later version that is known has a flaw of its own.'
  if (open === Object.keys(fixes).length) return `${capital(noFix ?? '')}.`
  return `No version mends all of them: ${plural(open, 'flaw')} without a fix.`
}

const FIRST_IDS = 3

// Programs get all of them; people look the worst up.
function idWords(ids: readonly string[]): string {
  const rest = ids.length - FIRST_IDS
  return `${ids.slice(0, FIRST_IDS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function sumOf({ all, examined, flawed, packages }: PackageList): readonly string[] {
  return [
    plural(all, 'package'),
    examined === 0 && all > 0 ? 'none examined' : `${examined} examined`,
    ...(examined > 0 ? [`${flawed} vulnerable`] : []),
    `${packages.length} shown`,
  ]
}

function unknownLines({ unknown, snapshots }: PackageList, pen: Pen): readonly string[] {
  if (unknown.size === 0) return []
  const words = [...unknown].map(([ecosystem, count]) => `${ecosystem} (${count})`).join(', ')
  const why =
    snapshots === undefined
      ? 'there is no database of advisories'
      : 'the database has nothing of them'
  return wrap(
    pen.say(`Not examined, as ${why}: ${words}. Bring it: portolan db import DIR.`),
    pen.width,
  )
}

function ageLines({ ages }: PackageList, pen: Pen): readonly string[] {
  if (ages.length === 0) return []
  const words = ages.map(
    ({ ecosystem, day, ageDays }) => `${ecosystem} of ${day}, ${plural(ageDays, 'day')} old`,
  )
  return wrap(pen.say(`Advisories: ${words.join('; ')}.`), pen.width)
}

/** The packages for programs. */
export function packagesJson({
  packages,
  all,
  examined,
  flawed,
  unknown,
  snapshots,
  ages,
  faults,
}: PackageList): string {
  const notExamined = [...unknown].map(([ecosystem, count]) => ({ ecosystem, packages: count }))
  const counts = { packages: all, examined, vulnerable: flawed }
  return `${jsonText({ packages, counts, notExamined, database: snapshots ?? null, ages, faults })}\n`
}

const COLUMNS = [
  'ecosystem',
  'name',
  'version',
  'place',
  'scope',
  'direct',
  'broughtBy',
  'examined',
  'ids',
  'unsure',
  'severity',
  'exploited',
  'fix',
  'exposed',
] as const

/** The packages as CSV (RFC 4180), a row for each. */
export function packagesCsv({ packages }: PackageList): string {
  const rows = packages.map((each) => {
    const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
      ecosystem: each.ecosystem,
      name: each.name,
      version: each.version ?? '',
      place: each.place,
      scope: each.dev === null ? 'unknown' : scopeWords(each),
      direct: each.direct === null ? 'unknown' : yesNo(each.direct),
      broughtBy: each.broughtBy?.name ?? '',
      examined: yesNo(each.examined),
      ids: each.ids.join(' '),
      unsure: each.unsure.join(' '),
      severity: each.severity ?? '',
      exploited: yesNo(each.exploited),
      fix: each.fix ?? '',
      exposed: each.exposed ?? '',
    }
    return COLUMNS.map((column) => cellOf(cells[column])).join(',')
  })
  return [COLUMNS.join(','), ...rows].map((line) => `${line}\r\n`).join('')
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
