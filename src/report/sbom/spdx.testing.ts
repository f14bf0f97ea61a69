import * as v from 'valibot'

// What SPDX 2.3 asks of the parts that we write, and nothing else may stand there. Source:
// spdx.github.io/spdx-spec/v2.3, clauses 6 to 11 and annex F, read 2026-11-25. test/peer/bill-peer.ts holds the same
// to the schema of its makers.

const ELEMENT = v.pipe(v.string(), v.regex(/^SPDXRef-[A-Za-z\d.-]+$/))
const LINE = v.pipe(v.string(), v.nonEmpty(), v.regex(/^[^\n]*$/))
const LOCATION = v.union([v.literal('NOASSERTION'), v.literal('NONE'), v.pipe(v.string(), v.url())])

const REFERENCE = v.variant('referenceCategory', [
  v.strictObject({
    referenceCategory: v.literal('PACKAGE-MANAGER'),
    referenceType: v.literal('purl'),
    referenceLocator: v.pipe(v.string(), v.regex(/^pkg:[a-z]+\/\S+$/)),
  }),
  v.strictObject({
    referenceCategory: v.literal('SECURITY'),
    referenceType: v.literal('advisory'),
    referenceLocator: v.pipe(v.string(), v.url()),
  }),
])

const PACKAGE = v.strictObject({
  SPDXID: ELEMENT,
  name: LINE,
  versionInfo: v.exactOptional(LINE),
  downloadLocation: LOCATION,
  filesAnalyzed: v.literal(false),
  sourceInfo: v.exactOptional(v.string()),
  externalRefs: v.exactOptional(v.array(REFERENCE)),
})

const RELATIONSHIP = v.strictObject({
  spdxElementId: ELEMENT,
  relationshipType: v.picklist([
    'DESCRIBES',
    'CONTAINED_BY',
    'DEPENDENCY_OF',
    'DEV_DEPENDENCY_OF',
    'RUNTIME_DEPENDENCY_OF',
  ]),
  relatedSpdxElement: ELEMENT,
})

/** A document of SPDX 2.3 in JSON, as far as we write one: ids are unique, and relationships name what is there. */
export const SPDX_DOCUMENT = v.pipe(
  v.strictObject({
    spdxVersion: v.literal('SPDX-2.3'),
    dataLicense: v.literal('CC0-1.0'),
    SPDXID: v.literal('SPDXRef-DOCUMENT'),
    name: LINE,
    documentNamespace: v.pipe(v.string(), v.url(), v.regex(/^[^#]+$/)),
    creationInfo: v.strictObject({
      created: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
      creators: v.pipe(v.array(v.pipe(v.string(), v.regex(/^Tool: \S+-\S+$/))), v.minLength(1)),
    }),
    packages: v.array(PACKAGE),
    relationships: v.array(RELATIONSHIP),
  }),
  v.check(({ packages }) => new Set(packages.map(({ SPDXID }) => SPDXID)).size === packages.length),
  v.check(({ packages, relationships }) => {
    const known = new Set(['SPDXRef-DOCUMENT', ...packages.map(({ SPDXID }) => SPDXID)])
    return relationships.every(
      (each) => known.has(each.spdxElementId) && known.has(each.relatedSpdxElement),
    )
  }),
)
