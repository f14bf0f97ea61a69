import { setPlace, type Json } from '../../../../model/edit.ts'
import { isList, memberOf } from '../../../../model/part.ts'
import { auditBodyLeak } from '../../../../rules/cluster/audit-body-leak/rule.ts'
import { auditBroadDrop } from '../../../../rules/cluster/audit-broad-drop/rule.ts'
import type { Charge } from '../../../../rules/judge.ts'
import { fieldEdits } from '../../decisions/decision.ts'
import { jsonOf } from '../../draft.ts'
import type { FileDecision, FileStep } from '../file-draft.ts'

/** What is decided about audit policies: contents of secrets are kept out, people and accounts are kept in. */
export const AUDIT: readonly FileDecision[] = [
  { rules: [auditBodyLeak], decide: keepBodiesOut },
  { rules: [auditBroadDrop], decide: recordAll },
]

// The first match decides, so it stands first.
const BODIES: Json = {
  level: 'Metadata',
  resources: [
    { group: '', resources: ['secrets', 'configmaps', 'serviceaccounts/token'] },
    { group: 'authentication.k8s.io', resources: ['tokenreviews'] },
  ],
}

function keepBodiesOut(charge: Charge): FileStep | undefined {
  const edits = charge.edits()
  const rules = charge.resource.get('rules')
  if (edits.length > 0 || charge.resource.type !== 'Policy' || !isList(rules?.value))
    return undefined
  return {
    edits: fieldEdits([setPlace(rules.place, [BODIES, ...rules.value.map(jsonOf)])]),
    words: [
      'Restricts: of Secrets, ConfigMaps and tokens the log says who and when, not what.',
      'Lift: move one resource behind the rule that records its content.',
    ],
  }
}

function recordAll({ complaint: { place } }: Charge): FileStep | undefined {
  const rule = place.path.reduce(memberOf, place.document.value)
  if (memberOf(rule, 'level') !== 'None') return undefined
  const level = { document: place.document, path: [...place.path, 'level'] }
  return {
    edits: fieldEdits([setPlace(level, 'Metadata')]),
    words: [
      'Restricts: the log grows by a line for each of their requests.',
      'Lift: leave out by name what floods it: one user, one resource, the verbs get and watch.',
    ],
  }
}
