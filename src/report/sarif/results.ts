import type { Severity } from '../../model/itinerary.ts'
import { clip, printable } from '../printable.ts'
import type { Run } from '../report.ts'
import { pathOf, regionOf } from '../spots.ts'
import type { Finding, Resource } from '../told.ts'
import { waiverWords } from '../waiver.ts'
import { messageOf } from './message.ts'
import { artifactOf } from './uri.ts'

/** The level of each severity. */
export const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

const LONGEST_NAME = 500

/** A finding as a SARIF result. What cannot be told is a review and has no level (SARIF 2.1.0, 3.27.10). */
export function resultOf(finding: Finding, ruleIndex: number, run: Run): object {
  const { id, rule, severity, state, message, resource, place } = finding
  const { comparison } = run
  const { file, ...region } = regionOf(place)
  const isUnclear = state === 'cannot-tell'
  return {
    ruleId: rule.id,
    ruleIndex,
    kind: isUnclear ? 'review' : 'fail',
    level: isUnclear ? 'none' : LEVELS[severity],
    message: messageOf(isUnclear ? `Cannot tell: ${message}` : message),
    locations: [
      {
        physicalLocation: { artifactLocation: artifactOf(file), region },
        logicalLocations: [logicalLocation(resource, pathOf(place))],
      },
    ],
    // The one fingerprint that code scanning reads; `:1` because no other result of a rule has this id.
    partialFingerprints: { primaryLocationLineHash: `${id}:1` },
    ...(comparison && { baselineState: comparison.isNew(finding) ? 'new' : 'unchanged' }),
    ...(state === 'waived' && { suppressions: [suppressionOf(finding)] }),
    ...propertiesOf(finding, run),
  }
}

// SARIF has no word for who owns a result.
function propertiesOf(finding: Finding, { ownerOf }: Run): object {
  const owner = ownerOf(finding)
  const { crownJewel } = finding
  if (owner === undefined && crownJewel === undefined) return {}
  return {
    properties: {
      ...(owner !== undefined && { owner: printable(clip(owner, LONGEST_NAME)) }),
      ...(crownJewel !== undefined && { crownJewel: printable(clip(crownJewel, LONGEST_NAME)) }),
    },
  }
}

const OUTSIDE: ReadonlySet<string> = new Set(['file', 'vex'])

// A waiver file is outside of the code; a comment or an annotation is in it (SARIF 2.1.0, 3.35.2).
function suppressionOf(finding: Finding): object {
  const { waiver } = finding
  const words = waiverWords(finding)
  return {
    kind: waiver === undefined || OUTSIDE.has(waiver.source) ? 'external' : 'inSource',
    status: 'accepted',
    ...(words !== undefined && { justification: printable(`${waiver?.id}, ${words}`) }),
  }
}

function logicalLocation({ type, namespace, name }: Resource, path: string): object {
  const owner = namespace === undefined ? `${type}/${name}` : `${type}/${namespace}/${name}`
  const qualified = path === '' ? owner : `${owner}/${path}`
  return { fullyQualifiedName: printable(clip(qualified, LONGEST_NAME)), kind: 'resource' }
}
