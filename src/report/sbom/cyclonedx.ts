import { createHash } from 'node:crypto'
import type { Statement } from '../../model/vex.ts'
import { jsonText } from '../printable.ts'
import type { Bill, BilledFlaw, BillEntry } from './bill.ts'

const TOP = 'portolan:estate'

/**
 * A bill of materials in CycloneDX 1.6 JSON, with what is known against its packages and what was said of that (VEX).
 * Same bill, same bytes. Source: cyclonedx.org/docs/1.6/json, read 2026-11-25.
 */
export function cycloneDxText(bill: Bill): string {
  const components = bill.entries.map(componentOf)
  const direct = bill.entries.filter(({ isDirect }) => isDirect).map(({ reference }) => reference)
  const vulnerabilities = bill.entries.flatMap((entry) =>
    entry.flaws.map((flaw) => vulnerabilityOf(flaw, entry)),
  )
  const content = {
    metadata: {
      timestamp: `${bill.today}T00:00:00Z`,
      tools: { components: [{ type: 'application', name: 'portolan', version: bill.version }] },
      component: { type: 'application', 'bom-ref': TOP, name: bill.name },
    },
    components,
    dependencies: [{ ref: TOP, dependsOn: direct }],
    ...(vulnerabilities.length > 0 && { vulnerabilities }),
  }
  return `${jsonText({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  })}\n`
}

// What the bill says decides its number, so that the same bill is the same file.
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8'
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

function componentOf(entry: BillEntry): unknown {
  const { reference, name, version, purl, ecosystem, isDevelopment, places } = entry
  const { group, bare } = splitName(entry)
  return {
    type: 'library',
    'bom-ref': reference,
    ...(group !== undefined && { group }),
    name: bare === '' ? name : bare,
    ...(version !== undefined && { version }),
    ...(isDevelopment !== undefined && { scope: isDevelopment ? 'excluded' : 'required' }),
    ...(purl !== undefined && { purl }),
    properties: [
      { name: 'portolan:ecosystem', value: ecosystem },
      ...(isDevelopment === true ? [{ name: 'portolan:development', value: 'true' }] : []),
    ],
    evidence: { occurrences: places.map(({ file, line }) => ({ location: file, line })) },
  }
}

function splitName({ ecosystem, name }: BillEntry): {
  readonly group: string | undefined
  readonly bare: string
} {
  const sign = ecosystem === 'Maven' ? ':' : '/'
  const at = name.lastIndexOf(sign)
  return at <= 0
    ? { group: undefined, bare: name }
    : { group: name.slice(0, at), bare: name.slice(at + 1) }
}

function vulnerabilityOf({ flaw, statement }: BilledFlaw, { reference }: BillEntry): unknown {
  const { id, aliases, severity, summary, fixed } = flaw
  return {
    'bom-ref': `${id} in ${reference}`,
    id,
    source: { name: 'OSV' },
    ...(aliases.length > 0 && {
      references: aliases.map((alias) => ({ id: alias, source: { name: 'OSV' } })),
    }),
    ...(severity !== undefined && {
      ratings: [
        {
          severity: severity.level,
          ...(severity.score !== undefined && { score: severity.score }),
        },
      ],
    }),
    ...(summary !== '' && { description: summary }),
    ...(fixed.length > 0 && { recommendation: `Mended in ${fixed.join(' or ')}.` }),
    analysis: analysisOf(flaw.answer === 'unknown', statement),
    affects: [{ ref: reference }],
  }
}

// Source: CycloneDX 1.6, `impactAnalysisState` and `impactAnalysisJustification`, read 2026-11-25.
const STATES = {
  not_affected: 'not_affected',
  affected: 'exploitable',
  fixed: 'resolved',
  under_investigation: 'in_triage',
} as const satisfies Readonly<Record<Statement['status'], string>>

const JUSTIFICATIONS: Readonly<Record<string, string>> = {
  component_not_present: 'code_not_present',
  vulnerable_code_not_present: 'code_not_present',
  vulnerable_code_not_in_execute_path: 'code_not_reachable',
  vulnerable_code_cannot_be_controlled_by_adversary: 'requires_environment',
  inline_mitigations_already_exist: 'protected_by_mitigating_control',
}

function analysisOf(isUnknown: boolean, statement: Statement | undefined): unknown {
  if (statement === undefined)
    return {
      state: 'in_triage',
      ...(isUnknown && { detail: 'Whether this version is meant cannot be told.' }),
    }
  const justification = JUSTIFICATIONS[statement.justification ?? '']
  return {
    state: STATES[statement.status],
    ...(statement.status === 'not_affected' && justification !== undefined && { justification }),
    ...(statement.note !== undefined && { detail: statement.note }),
  }
}
