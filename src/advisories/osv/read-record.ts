import { memberOf } from '../../model/part.ts'
import { isKnownEcosystem, parseEcosystem } from '../ecosystem.ts'
import type { AdvisoryRecord, Affected, AffectedRange, RangeEvent, SeverityText } from './record.ts'

/**
 * Reads an advisory of OSV's schema 1.x. Fields that are not known are passed over: minor versions add some. A part
 * whose type is not known or wrong is left out alone and counted. Undefined when it is no advisory (no id).
 */
export function readRecord(value: unknown): AdvisoryRecord | undefined {
  const id = textOf(value, 'id')
  if (id === undefined || id === '') return undefined
  const skips = { count: 0 }
  const modified = textOf(value, 'modified')
  if (modified === undefined) skips.count++
  return {
    id,
    modified: modified ?? '',
    published: textOf(value, 'published'),
    withdrawn: textOf(value, 'withdrawn'),
    aliases: textsOf(value, 'aliases'),
    upstream: textsOf(value, 'upstream'),
    related: textsOf(value, 'related'),
    summary: textOf(value, 'summary') ?? '',
    details: textOf(value, 'details') ?? '',
    references: listOf(value, 'references').map((reference) => ({
      type: textOf(reference, 'type') ?? 'WEB',
      url: textOf(reference, 'url') ?? '',
    })),
    severities: severitiesOf(value, skips),
    affected: listOf(value, 'affected').flatMap((affected) => affectedOf(affected, skips)),
    skipped: skips.count,
  }
}

/** Counts what is left out, as reading goes on. */
interface Skips {
  count: number
}

function affectedOf(value: unknown, skips: Skips): readonly Affected[] {
  const subject = memberOf(value, 'package')
  const ecosystem = textOf(subject, 'ecosystem')
  const name = textOf(subject, 'name')
  if (ecosystem === undefined || name === undefined) {
    // Ranges of commits alone have no package; that is no part of versions.
    if (subject !== undefined || listOf(value, 'versions').length > 0) skips.count++
    return []
  }
  if (!isKnownEcosystem(ecosystem)) skips.count++
  const { base, suffix } = parseEcosystem(ecosystem)
  return [
    {
      base,
      ecosystem,
      suffix,
      name,
      versions: textsOf(value, 'versions'),
      ranges: listOf(value, 'ranges').flatMap((range) => rangeOf(range, skips)),
      severities: severitiesOf(value, skips),
      informational: informationalOf(value),
    },
  ]
}

const RANGE_TYPES = ['SEMVER', 'ECOSYSTEM']
const EVENTS = ['introduced', 'fixed', 'last_affected', 'limit'] as const

function rangeOf(range: unknown, skips: Skips): readonly AffectedRange[] {
  const type = textOf(range, 'type') ?? ''
  if (RANGE_TYPES.includes(type)) {
    const events = listOf(range, 'events').flatMap((event) => eventOf(event, skips))
    return events.length === 0 ? [] : [{ events }]
  }
  // Commits are understood, but no version is one of them.
  if (type !== 'GIT') skips.count++
  return []
}

function eventOf(event: unknown, skips: Skips): readonly RangeEvent[] {
  const known = EVENTS.flatMap((kind): readonly RangeEvent[] => {
    const version = textOf(event, kind)
    return version === undefined ? [] : [[kind, version]]
  })
  if (known.length === 0) skips.count++
  return known
}

const SEVERITY_TYPES = ['CVSS_V2', 'CVSS_V3', 'CVSS_V4', 'Ubuntu']

function severitiesOf(value: unknown, skips: Skips): readonly SeverityText[] {
  return listOf(value, 'severity').flatMap((severity) => {
    const type = textOf(severity, 'type') ?? ''
    const score = textOf(severity, 'score')
    if (score !== undefined && SEVERITY_TYPES.includes(type)) return [{ type, score }]
    skips.count++
    return []
  })
}

function informationalOf(affected: unknown): string | undefined {
  const ours = textOf(memberOf(affected, 'database_specific'), 'informational')
  return ours ?? textOf(memberOf(affected, 'ecosystem_specific'), 'informational')
}

function textOf(value: unknown, field: string): string | undefined {
  const text = memberOf(value, field)
  return typeof text === 'string' ? text : undefined
}

function listOf(value: unknown, field: string): readonly unknown[] {
  const list = memberOf(value, field)
  return Array.isArray(list) ? list : []
}

function textsOf(value: unknown, field: string): readonly string[] {
  return listOf(value, field).filter((text) => typeof text === 'string')
}
