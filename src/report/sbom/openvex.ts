import { createHash } from 'node:crypto'
import { jsonText } from '../printable.ts'
import type { Bill, BilledFlaw, BillEntry } from './bill.ts'

/**
 * What is said of the flaws of a bill, as OpenVEX 0.2.0: what nobody has spoken of is under investigation. Source:
 * github.com/openvex/spec, OPENVEX-SPEC.md, read 2026-11-25.
 */
export function openVexText(bill: Bill): string {
  const statements = bill.entries.flatMap((entry) =>
    entry.flaws.map((flaw) => statementOf(flaw, entry)),
  )
  const digest = createHash('sha256')
    .update(JSON.stringify([bill.name, statements]))
    .digest('hex')
  return `${jsonText({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://openvex.dev/docs/portolan-${digest}`,
    author: 'portolan',
    timestamp: `${bill.today}T00:00:00Z`,
    version: 1,
    tooling: `portolan ${bill.version}`,
    statements,
  })}\n`
}

function statementOf({ flaw, statement }: BilledFlaw, { purl, reference }: BillEntry): unknown {
  const status = statement?.status ?? 'under_investigation'
  return {
    vulnerability: { name: flaw.id, ...(flaw.aliases.length > 0 && { aliases: flaw.aliases }) },
    products: [{ '@id': purl ?? reference }],
    status,
    ...(status === 'not_affected' && justified(statement?.justification, statement?.note)),
    ...(status === 'affected' && { action_statement: actionFor(flaw.fixed) }),
  }
}

// A statement that something is not affected has to say why, in one of two ways.
function justified(justification: string | undefined, note: string | undefined): object {
  if (justification !== undefined) return { justification }
  return { impact_statement: note ?? 'No reason was given.' }
}

function actionFor(fixed: readonly string[]): string {
  return fixed.length === 0 ? 'No version mends it yet.' : `Update to ${fixed.join(' or ')}.`
}
