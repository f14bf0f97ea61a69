import { rulesIn, type PolicyRule } from '../../../analysis/access/policy-rule.ts'
import { addMembers, removePlace, setField, type FieldEdit } from '../../../model/edit.ts'
import { isList } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { idnClusterAdmin } from '../../../rules/identity/idn-cluster-admin/rule.ts'
import { idnCsr } from '../../../rules/identity/idn-csr/rule.ts'
import { idnDestructive } from '../../../rules/identity/idn-destructive/rule.ts'
import { idnEscalateBind } from '../../../rules/identity/idn-escalate-bind/rule.ts'
import { idnExec } from '../../../rules/identity/idn-exec/rule.ts'
import { idnImpersonate } from '../../../rules/identity/idn-impersonate/rule.ts'
import { idnLegacyToken } from '../../../rules/identity/idn-legacy-token/rule.ts'
import { idnNodesProxy } from '../../../rules/identity/idn-nodes-proxy/rule.ts'
import { idnPodCreate } from '../../../rules/identity/idn-pod-create/rule.ts'
import { idnPvCreate } from '../../../rules/identity/idn-pv-create/rule.ts'
import { idnRoleWrite } from '../../../rules/identity/idn-role-write/rule.ts'
import { idnSecretsReadNamespace } from '../../../rules/identity/idn-secrets-read-namespace/rule.ts'
import { idnSecretsRead } from '../../../rules/identity/idn-secrets-read/rule.ts'
import { idnTokenRequest } from '../../../rules/identity/idn-token-request/rule.ts'
import { idnWildcardNarrow } from '../../../rules/identity/idn-wildcard-narrow/rule.ts'
import { idnWildcard } from '../../../rules/identity/idn-wildcard/rule.ts'
import type { Charge } from '../../../rules/judge.ts'
import { tpThirdPartyRights } from '../../../rules/third-parties/tp-third-party-rights/rule.ts'
import { isManifest, manifestOf, type Manifest } from '../draft.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'

/** What is decided about roles, bindings and tokens: less, and named. */
export const RIGHTS: readonly Decision[] = [
  { rules: [idnWildcard, idnWildcardNarrow, tpThirdPartyRights], decide: nameInstead },
  {
    rules: [
      idnCsr,
      idnDestructive,
      idnEscalateBind,
      idnExec,
      idnImpersonate,
      idnNodesProxy,
      idnPodCreate,
      idnPvCreate,
      idnRoleWrite,
      idnSecretsRead,
      idnSecretsReadNamespace,
      idnTokenRequest,
    ],
    decide: cutPower,
  },
  { rules: [idnClusterAdmin], decide: onlyView },
  { rules: [idnLegacyToken], decide: dropToken },
]

const READING: readonly string[] = ['get', 'list', 'watch']

// What may be looked at without power over anything: no Secrets, nothing that is entered or signed in with.
const HARMLESS = {
  apiGroups: ['', 'apps', 'batch', 'networking.k8s.io', 'storage.k8s.io'],
  resources: [
    'cronjobs',
    'daemonsets',
    'deployments',
    'events',
    'ingresses',
    'jobs',
    'namespaces',
    'networkpolicies',
    'persistentvolumeclaims',
    'persistentvolumes',
    'pods',
    'replicasets',
    'services',
    'statefulsets',
    'storageclasses',
  ],
  verbs: READING,
}

function nameInstead({ resource }: Charge): Step | undefined {
  const edits = rulesIn(resource).flatMap((rule) => namedRule(rule, resource))
  if (edits.length === 0) return undefined
  return {
    edits,
    words: [
      `Restricts: what "*" brought. ${resource.kind} "${resource.name}" looks from now on and changes nothing.`,
      'Lift: add the one verb for the one resource that a "Forbidden" in its log names.',
    ],
  }
}

function namedRule(rule: PolicyRule, role: Resource): readonly FieldEdit[] {
  const isWide = rule.resources.includes('*') || rule.apiGroups.includes('*')
  if (isWide) return fieldEdits([setField(role, ['rules', rule.index], HARMLESS)])
  if (!rule.verbs.includes('*')) return []
  return fieldEdits([setField(role, ['rules', rule.index, 'verbs'], READING)])
}

function cutPower(charge: Charge): Step | undefined {
  const { resource, complaint } = charge
  const [root, index, list] = complaint.place.path
  // Its fix takes the very power away; this is for rules that would have to be split.
  if (charge.edits().length > 0 || root !== 'rules' || typeof index !== 'number') return undefined
  const rule = rulesIn(resource)[index]
  if (rule === undefined) return undefined
  return {
    edits: list === 'resources' ? splitOff(rule, charge) : cutVerb(rule, charge),
    words: [
      `Restricts: ${resource.kind} "${resource.name}" lets nobody do this any more; who needs it meets "Forbidden".`,
      'Lift: put the line back, for named objects (resourceNames) where that will do.',
    ],
  }
}

function cutVerb(rule: PolicyRule, { resource: role, complaint }: Charge): readonly FieldEdit[] {
  return fieldEdits([
    removePlace(rule.verbs.length === 1 ? role.at('rules', rule.index) : complaint.place),
  ])
}

// The resource leaves the rule; looking at it stays where that gives nothing away.
function splitOff(rule: PolicyRule, { resource: role, complaint }: Charge): readonly FieldEdit[] {
  const at = complaint.place.path.at(-1)
  const name = typeof at === 'number' ? rule.resources[at] : undefined
  if (name === undefined) return []
  const cut = rule.resources.length === 1 ? role.at('rules', rule.index) : complaint.place
  const verbs = rule.verbs.filter((verb) => READING.includes(verb))
  const stays = HARMLESS.resources.includes(name) && verbs.length > 0
  const rest: Manifest = { apiGroups: rule.apiGroups, resources: [name], verbs }
  return fieldEdits([removePlace(cut), ...(stays ? [addMembers(role, ['rules'], [rest])] : [])])
}

function onlyView({ resource }: Charge): Step | undefined {
  const manifest = manifestOf(resource)
  const { metadata, subjects } = manifest ?? {}
  if (manifest === undefined || !isList(subjects) || !isManifest(metadata)) return undefined
  return {
    // What a binding refers to cannot be changed: another takes its place.
    makes: [
      {
        ...manifest,
        metadata: { ...metadata, name: `${resource.name}-view` },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      },
    ],
    removes: [resource],
    words: [
      `Restricts: whoever "${resource.name}" names looks at everything but Secrets, and changes nothing.`,
      'Lift: bind a role of its own for what has to be changed; keep cluster-admin for emergencies.',
    ],
  }
}

function dropToken({ resource }: Charge): Step {
  const account = resource.annotations['kubernetes.io/service-account.name'] ?? 'ACCOUNT'
  return {
    removes: [resource],
    words: [
      'Restricts: whoever signs in with this token from outside is turned away.',
      `Lift: ask for one that ends: kubectl create token ${account} -n ${resource.namespace} --duration=1h`,
    ],
  }
}
