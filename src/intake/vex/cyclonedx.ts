import { memberOf } from '../../model/part.ts'
import type { SpokenStatement, Statement } from '../../model/vex.ts'
import { listAt, textAt } from './texts.ts'

// Source: CycloneDX 1.6, `impactAnalysisState` and `impactAnalysisJustification`, read 2026-11-25.
const STATES: ReadonlyMap<string, Statement['status']> = new Map([
  ['not_affected', 'not_affected'],
  ['false_positive', 'not_affected'],
  ['exploitable', 'affected'],
  ['resolved', 'fixed'],
  ['resolved_with_pedigree', 'fixed'],
  ['in_triage', 'under_investigation'],
])

const JUSTIFICATIONS: ReadonlyMap<string, string> = new Map([
  ['code_not_present', 'vulnerable_code_not_present'],
  ['code_not_reachable', 'vulnerable_code_not_in_execute_path'],
  ['requires_configuration', 'vulnerable_code_cannot_be_controlled_by_adversary'],
  ['requires_dependency', 'component_not_present'],
  ['requires_environment', 'vulnerable_code_cannot_be_controlled_by_adversary'],
  ['protected_by_compiler', 'inline_mitigations_already_exist'],
  ['protected_at_runtime', 'inline_mitigations_already_exist'],
  ['protected_at_perimeter', 'inline_mitigations_already_exist'],
  ['protected_by_mitigating_control', 'inline_mitigations_already_exist'],
])

/** The statements of a CycloneDX document: its vulnerabilities that have an analysis. */
export function cycloneDxStatements(document: unknown, from: string): readonly SpokenStatement[] {
  const purls = new Map(
    listAt(document, 'components').map((each) => [
      textAt(each, 'bom-ref') ?? '',
      textAt(each, 'purl') ?? '',
    ]),
  )
  return listAt(document, 'vulnerabilities').flatMap((each): readonly SpokenStatement[] => {
    const analysis = memberOf(each, 'analysis')
    const status = STATES.get(textAt(analysis, 'state') ?? '')
    const id = textAt(each, 'id')
    if (status === undefined || id === undefined) return []
    const statement: Statement = {
      status,
      justification: JUSTIFICATIONS.get(textAt(analysis, 'justification') ?? ''),
      note: textAt(analysis, 'detail'),
      from,
    }
    const aliases = listAt(each, 'references').flatMap((other) => textAt(other, 'id') ?? [])
    const affected = listAt(each, 'affects').flatMap((one) => purlOf(textAt(one, 'ref'), purls))
    return [{ ids: [id, ...aliases], purls: affected, statement }]
  })
}

// A reference is one of the document, the package URL itself, or a link to another document that ends in it.
function purlOf(
  reference: string | undefined,
  purls: ReadonlyMap<string, string>,
): readonly string[] {
  if (reference === undefined) return []
  const known = purls.get(reference)
  if (known !== undefined && known !== '') return [known]
  const at = reference.indexOf('pkg:')
  return [at === -1 ? reference : reference.slice(at)]
}
