import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../test/rules/charges.ts'
import { netEgressOpen } from './net-egress-open/rule.ts'
import { netIngressOpen } from './net-ingress-open/rule.ts'
import { netNoPolicy } from './net-no-policy/rule.ts'
import { netWorkloadOpen } from './net-workload-open/rule.ts'

const RULES = [netNoPolicy, netIngressOpen, netEgressOpen, netWorkloadOpen]

const SHOP = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec: { template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api }] } } }
`

/** What the rules about isolation say of the shop beside other objects. */
function complaintsWith(others: string): readonly string[] {
  return RULES.flatMap((rule) => messagesOf(chargesUnder('1.37', rule, SHOP + others)))
}

describe('a namespace without policies', () => {
  it('is told once, whatever policies other namespaces have', () => {
    const [complaint, ...others] = complaintsWith('')
    expect(complaint).toMatch(/^No network policy selects the 2 workloads of namespace "shop"/)
    expect(others).toEqual([])
  })

  it('is told at its first workload when it was not read itself', () => {
    const [, ...rest] = SHOP.split('---')
    const charges = chargesUnder('1.37', netNoPolicy, rest.join('---'))
    expect(charges.map(({ resource }) => resource.name)).toEqual(['web'])
    const [alone = ''] = rest
    expect(chargesUnder('1.37', netNoPolicy, alone)).toEqual([])
  })

  it('is not told when it is the cluster itself', () => {
    const system = SHOP.replaceAll('shop', 'kube-system')
    expect(chargesUnder('1.37', netNoPolicy, system)).toEqual([])
  })
})

describe('a namespace that is segmented', () => {
  it.each([
    {
      name: 'a policy of Cilium',
      policy: `
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: all, namespace: shop }
spec: { endpointSelector: {}, ingress: [{ fromEndpoints: [{}] }], egress: [{ toEndpoints: [{}] }] }
`,
    },
    {
      name: 'policies of Cilium for each workload',
      policy: ['web', 'api']
        .map(
          (app) => `
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: ${app}, namespace: shop }
spec: { endpointSelector: { matchLabels: { app: ${app} } }, ingress: [{}], egress: [{}] }
`,
        )
        .join(''),
    },
    {
      name: 'a policy of Cilium for the whole cluster',
      policy: `
---
apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: { name: all }
spec:
  endpointSelector: { matchExpressions: [{ key: "k8s:io.kubernetes.pod.namespace", operator: NotIn, values: [kube-system] }] }
  ingress: [{ fromEntities: [cluster] }]
  egress: [{ toEntities: [cluster] }]
`,
    },
    {
      name: 'a policy of Calico',
      policy: `
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: all, namespace: shop }
spec: { selector: "app in {'web', 'api'}", types: [Ingress, Egress] }
`,
    },
    {
      name: 'a policy of Calico for the whole cluster',
      policy: `
---
apiVersion: crd.projectcalico.org/v1
kind: GlobalNetworkPolicy
metadata: { name: all }
spec: { namespaceSelector: "projectcalico.org/name != 'kube-system'", types: [Ingress, Egress] }
`,
    },
    {
      name: 'a baseline of the administrators',
      policy: `
---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: { name: all }
spec:
  tier: Baseline
  subject: { namespaces: {} }
  ingress: [{ action: Deny, from: [{ namespaces: {} }] }]
  egress: [{ action: Deny, to: [{ networks: ["0.0.0.0/0", "::/0"] }] }]
`,
    },
  ])('by $name alone raises no alarm', ({ policy }) => {
    expect(complaintsWith(policy)).toEqual([])
  })

  it('in part is told for the workload that is left out', () => {
    const policy = `
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: web, namespace: shop }
spec: { endpointSelector: { matchLabels: { app: web } }, ingress: [{}], egress: [{}] }
`
    expect(complaintsWith(policy)).toEqual([
      '"api" is open in ingress and egress: the network policies that close others of its namespace do not select it.',
    ])
  })

  it.each([
    {
      name: 'a template',
      policy:
        'projectcalico.org/v3, kind: NetworkPolicy, metadata: { name: p, namespace: shop }, spec: { selector: "${SELECTOR}", types: [Ingress, Egress] }',
    },
    {
      name: 'another tool',
      policy:
        'kyverno.io/v1, kind: ClusterPolicy, metadata: { name: p }, spec: { rules: [{ generate: { kind: NetworkPolicy } }] }',
    },
  ])('by what $name decides cannot be told', ({ policy }) => {
    expect(complaintsWith(`---\n{ apiVersion: ${policy} }\n`)).toEqual([
      '? Whether a network policy isolates the 2 workloads of namespace "shop" cannot be told from what was read.',
    ])
  })
})
