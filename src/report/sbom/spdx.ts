import { createHash } from 'node:crypto'
import { jsonText } from '../printable.ts'
import type { Bill, BillEntry } from './bill.ts'

const TOP = 'SPDXRef-estate'

/**
 * A bill of materials in SPDX 2.3 JSON. Flaws are references of its packages, as SPDX has no place for what was said of
 * them. Same bill, same bytes. Source: spdx.github.io/spdx-spec/v2.3, read 2026-11-25.
 */
export function spdxText(bill: Bill): string {
  const packages = bill.entries.map(packageOf)
  const digest = createHash('sha256')
    .update(JSON.stringify([bill.name, packages]))
    .digest('hex')
  return `${jsonText({
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: bill.name,
    documentNamespace: `https://spdx.org/spdxdocs/portolan-${digest}`,
    creationInfo: {
      created: `${bill.today}T00:00:00Z`,
      creators: [`Tool: portolan-${bill.version}`],
    },
    packages: [
      { SPDXID: TOP, name: bill.name, downloadLocation: 'NOASSERTION', filesAnalyzed: false },
      ...packages,
    ],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: TOP },
      ...bill.entries.flatMap(relationOf),
    ],
  })}\n`
}

function packageOf(entry: BillEntry): unknown {
  const { name, version, purl, places, flaws, isDevelopment } = entry
  const where = places.map(({ file, line }) => `${file}:${line}`).join(', ')
  return {
    SPDXID: idOf(entry),
    name,
    ...(version !== undefined && { versionInfo: version }),
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    sourceInfo: `Named in ${where}${isDevelopment === true ? ', for development only' : ''}.`,
    externalRefs: [
      ...(purl === undefined
        ? []
        : [
            { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl },
          ]),
      ...flaws.map(({ flaw }) => ({
        referenceCategory: 'SECURITY',
        referenceType: 'advisory',
        referenceLocator: `https://osv.dev/vulnerability/${encodeURIComponent(flaw.id)}`,
      })),
    ],
  }
}

// Letters, figures, points and dashes only: what else a name has is told apart by a digest.
function idOf({ reference }: BillEntry): string {
  const digest = createHash('sha256').update(reference).digest('hex').slice(0, 12)
  return `SPDXRef-${reference.replaceAll(/[^A-Za-z\d.-]+/g, '-').slice(0, 100)}-${digest}`
}

function relationOf(entry: BillEntry): readonly unknown[] {
  const own = idOf(entry)
  const { isDirect, isDevelopment } = entry
  const type =
    isDevelopment === undefined
      ? 'DEPENDENCY_OF'
      : isDevelopment
        ? 'DEV_DEPENDENCY_OF'
        : 'RUNTIME_DEPENDENCY_OF'
  // What others bring hangs on nothing of its own here: that it is in the estate is all that is said.
  if (isDirect) return [{ spdxElementId: own, relationshipType: type, relatedSpdxElement: TOP }]
  return [{ spdxElementId: own, relationshipType: 'CONTAINED_BY', relatedSpdxElement: TOP }]
}
