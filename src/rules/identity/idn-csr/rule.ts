import { accessOf } from '../../../analysis/access/access.ts'
import { rulesIn, type PolicyRule } from '../../../analysis/access/policy-rule.ts'
import { ruleAllows, type ResourceRequest } from '../../../analysis/access/request.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { ROLE_KINDS } from '../power.ts'
import { reachOf, tellPower, type Reach } from '../role-reach.ts'
import { isAboutAny, verbsIn } from '../verb.ts'

const GROUP = 'certificates.k8s.io'

export const idnCsr = defineRule({
  id: 'idn-csr',
  title: 'Let only the approver controllers issue certificates',
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, CSRs and certificate issuing',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing',
    },
    {
      title: 'Kubernetes: Certificates and Certificate Signing Requests, signers',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#signers',
    },
  ],
  controls: { 'cis-1.12': ['5.1.11'] },

  subject: ROLE_KINDS,
  check(role, scene) {
    const [first] = verbsIn(
      role,
      (verb) => verb === 'approve' || verb === 'sign',
      (rule) => isAboutAny(rule, GROUP, ['signers']) && namesClientSigner(rule),
    )
    if (first === undefined) return []
    const reach = reachOf(role, scene)
    if (reach?.extent !== 'cluster' || !completes(role, reach, first.verb, scene)) return []
    const words = `${first.verb} client certificates of any user name`
    const message = tellPower(role, reach, { words, reach: 'outside' })
    return [{ place: first.place, message, sure: true }]
  },
})

// Certificates of these signers open the API server; those of kubelet-serving and of other signers do not.
const CLIENT_SIGNERS: ReadonlySet<string> = new Set([
  'kubernetes.io/*',
  'kubernetes.io/kube-apiserver-client',
  'kubernetes.io/kube-apiserver-client-kubelet',
])

function namesClientSigner({ resourceNames }: PolicyRule): boolean {
  return resourceNames.length === 0 || resourceNames.some((name) => CLIENT_SIGNERS.has(name))
}

// A signature needs two rights: the one on the signer, and the one to write it into the request.
function completes(role: Resource, { receivers }: Reach, verb: string, scene: Scene): boolean {
  const resource = `certificatesigningrequests/${verb === 'approve' ? 'approval' : 'status'}`
  const requests = ['update', 'patch'].map((write) => ({ verb: write, group: GROUP, resource }))
  return requests.some(
    (request) =>
      allows(role, request) ||
      receivers.some(
        ({ subject }) => subject && accessOf(scene).can(subject, request).answer === 'yes',
      ),
  )
}

function allows(role: Resource, request: ResourceRequest): boolean {
  return rulesIn(role).some((rule) => ruleAllows(rule, request) === 'yes')
}
