import { describe, expect, it } from 'vitest'
import { DIRECTIONS } from './closing.ts'
import { isolationOf } from './isolation.ts'
import { sceneOf } from './scene.testing.ts'

const SHOP = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: sales } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web, tier: front } }
spec: { containers: [{ name: web }] }
---
`

/** The isolation of the pod `web` under these policies: ingress, then egress. */
function isolationUnder(policies: string, pods = SHOP): readonly string[] {
  const scene = sceneOf(pods + policies)
  const [pod] = scene.pods
  if (pod === undefined) throw new Error('The example has no pod.')
  return DIRECTIONS.map((direction) => isolationOf(scene)(pod, direction))
}

function policyOf(spec: string, namespace = 'shop'): string {
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: policy, namespace: ${namespace} }
spec: ${spec}
`
}

describe('a NetworkPolicy', () => {
  it.each([
    {
      name: 'a default deny',
      spec: '{ podSelector: {}, policyTypes: [Ingress, Egress] }',
      is: 'isolated isolated',
    },
    { name: 'an empty spec', spec: '{}', is: 'isolated open' },
    {
      name: 'no types and no egress rules',
      spec: '{ podSelector: {}, egress: [] }',
      is: 'isolated open',
    },
    {
      name: 'no types and an egress rule',
      spec: '{ podSelector: {}, egress: [{}] }',
      is: 'isolated isolated',
    },
    {
      name: 'an empty list of types',
      spec: '{ podSelector: {}, policyTypes: [] }',
      is: 'isolated open',
    },
    {
      name: 'egress alone',
      spec: '{ podSelector: {}, policyTypes: [Egress] }',
      is: 'open isolated',
    },
    {
      name: 'dead ingress rules',
      spec: '{ policyTypes: [Egress], ingress: [{}] }',
      is: 'open isolated',
    },
    {
      name: 'its label',
      spec: '{ podSelector: { matchLabels: { app: web } } }',
      is: 'isolated open',
    },
    {
      name: 'another label',
      spec: '{ podSelector: { matchLabels: { app: api } } }',
      is: 'open open',
    },
    {
      name: 'both labels',
      spec: '{ podSelector: { matchLabels: { app: web, tier: back } } }',
      is: 'open open',
    },
    {
      name: 'NotIn of a missing key',
      spec: '{ podSelector: { matchExpressions: [{ key: x, operator: NotIn, values: [y] }] } }',
      is: 'isolated open',
    },
    {
      name: 'DoesNotExist',
      spec: '{ podSelector: { matchExpressions: [{ key: app, operator: DoesNotExist }] } }',
      is: 'open open',
    },
    {
      name: 'In',
      spec: '{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [api, web] }] } }',
      is: 'isolated open',
    },
    {
      name: 'a placeholder as label',
      spec: '{ podSelector: { matchLabels: { app: "${APP}" } } }',
      is: 'unknown open',
    },
    {
      name: 'a placeholder as selector',
      spec: '{ podSelector: "${SELECTOR}" }',
      is: 'unknown open',
    },
    {
      name: 'a placeholder as types',
      spec: '{ podSelector: {}, policyTypes: "${TYPES}" }',
      is: 'unknown unknown',
    },
    {
      name: 'a placeholder among types',
      spec: '{ podSelector: {}, policyTypes: [Ingress, "${TYPE}"] }',
      is: 'isolated unknown',
    },
    {
      name: 'a label that a controller adds',
      spec: '{ podSelector: { matchLabels: { pod-template-hash: abc } } }',
      is: 'unknown open',
    },
    { name: 'a null selector', spec: '{ podSelector: null }', is: 'isolated open' },
    { name: 'nonsense', spec: '{ podSelector: 7, policyTypes: 7 }', is: 'unknown unknown' },
  ])('with $name leaves it $is', ({ spec, is }) => {
    expect(isolationUnder(policyOf(spec)).join(' ')).toBe(is)
  })

  it.each([
    { name: 'another namespace', namespace: 'mail', is: 'open' },
    { name: 'a namespace that a template decides', namespace: '"${NAMESPACE}"', is: 'unknown' },
    { name: 'a namespace that whoever applies it chooses', namespace: 'null', is: 'unknown' },
  ])('of $name leaves it $is', ({ namespace, is }) => {
    expect(isolationUnder(policyOf('{}', namespace))[0]).toBe(is)
  })

  it('selects pods that name no namespace either', () => {
    const pods = SHOP.replaceAll(', namespace: shop', '')
    expect(isolationUnder(policyOf('{}', 'null'), pods)[0]).toBe('isolated')
    expect(isolationUnder(policyOf('{}', 'mail'), pods)[0]).toBe('unknown')
  })

  it('takes two placeholders that read the same for the same', () => {
    const pods = SHOP.replace('app: web', 'app: "${APP}"')
    const spec = '{ podSelector: { matchLabels: { app: "${APP}" } } }'
    expect(isolationUnder(policyOf(spec), pods)[0]).toBe('isolated')
  })

  it.each([
    { name: 'hidden labels', labels: 'labels: "${LABELS}"' },
    { name: 'a hidden value', labels: 'labels: { app: "${APP}" }' },
    { name: 'a hidden key', labels: 'labels: { "${KEY}": web }' },
  ])('cannot tell about a pod with $name', ({ labels }) => {
    const pods = SHOP.replace('labels: { app: web, tier: front }', labels)
    const spec = '{ podSelector: { matchLabels: { app: web } } }'
    expect(isolationUnder(policyOf(spec), pods)[0]).toBe('unknown')
  })

  it('does not reach a pod on the network of its node', () => {
    const pods = SHOP.replace('spec: {', 'spec: { hostNetwork: true,')
    expect(isolationUnder(policyOf('{}'), pods)).toEqual(['open', 'open'])
  })
})

describe('a policy of the network-policy-api', () => {
  const ADMIN = (spec: string, kind = 'AdminNetworkPolicy') => `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: ${kind}
metadata: { name: policy }
spec: ${spec}
`
  const DENY = 'ingress: [{ action: Deny, from: [{ namespaces: {} }] }]'

  it.each([
    { name: 'all', spec: `{ subject: { namespaces: {} }, ${DENY} }`, is: 'isolated open' },
    {
      name: 'its namespace',
      spec: `{ subject: { namespaces: { matchLabels: { team: sales } } }, ${DENY} }`,
      is: 'isolated open',
    },
    {
      name: 'its namespace by name',
      spec: `{ subject: { namespaces: { matchLabels: { kubernetes.io/metadata.name: shop } } }, ${DENY} }`,
      is: 'isolated open',
    },
    {
      name: 'another namespace',
      spec: `{ subject: { namespaces: { matchLabels: { team: it } } }, ${DENY} }`,
      is: 'open open',
    },
    {
      name: 'its pods',
      spec: `{ subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: web } } } }, ${DENY} }`,
      is: 'isolated open',
    },
    {
      name: 'other pods',
      spec: `{ subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: api } } } }, ${DENY} }`,
      is: 'open open',
    },
    {
      name: 'all, with every address denied',
      spec: '{ subject: { namespaces: {} }, egress: [{ action: Deny, to: [{ networks: [0.0.0.0/0] }] }] }',
      is: 'open isolated',
    },
    {
      name: 'all, with every pod denied',
      spec: '{ subject: { namespaces: {} }, egress: [{ action: Deny, to: [{ namespaces: {} }] }] }',
      is: 'open unknown',
    },
    {
      name: 'all, after everything is allowed',
      spec: '{ subject: { namespaces: {} }, ingress: [{ action: Accept, from: [{ namespaces: {} }] }, { action: Deny, from: [{ namespaces: {} }] }] }',
      is: 'open open',
    },
    {
      name: 'all, on one port',
      spec: '{ subject: { namespaces: {} }, ingress: [{ action: Deny, from: [{ namespaces: {} }], ports: [{ portNumber: { port: 22, protocol: TCP } }] }] }',
      is: 'open open',
    },
    {
      name: 'all, and denies nothing',
      spec: '{ subject: { namespaces: {} }, ingress: [{ action: Allow, from: [{ namespaces: { matchLabels: { team: it } } }] }] }',
      is: 'open open',
    },
  ])('about $name leaves it $is', ({ spec, is }) => {
    expect(isolationUnder(ADMIN(spec)).join(' ')).toBe(is)
    expect(isolationUnder(ADMIN(spec, 'BaselineAdminNetworkPolicy')).join(' ')).toBe(is)
    expect(isolationUnder(ADMIN(spec, 'ClusterNetworkPolicy')).join(' ')).toBe(is)
  })

  it('cannot tell about a namespace whose labels were not read', () => {
    const pods = SHOP.replace('kind: Namespace', 'kind: ConfigMap')
    const spec = `{ subject: { namespaces: { matchLabels: { team: sales } } }, ${DENY} }`
    expect(isolationUnder(ADMIN(spec), pods)[0]).toBe('unknown')
  })
})

describe('a policy of Cilium', () => {
  const CILIUM = (spec: string, kind = 'CiliumNetworkPolicy') => `
apiVersion: cilium.io/v2
kind: ${kind}
metadata: { name: policy${kind === 'CiliumNetworkPolicy' ? ', namespace: shop' : ''} }
${spec.startsWith('specs') ? '' : 'spec: '}${spec}
`

  it.each([
    { name: 'an empty rule', spec: '{ endpointSelector: {}, ingress: [{}] }', is: 'isolated open' },
    {
      name: 'both sections',
      spec: '{ endpointSelector: {}, ingress: [{}], egress: [{}] }',
      is: 'isolated isolated',
    },
    { name: 'an empty section', spec: '{ endpointSelector: {}, ingress: [] }', is: 'open open' },
    {
      name: 'deny rules',
      spec: '{ endpointSelector: {}, egressDeny: [{ toEntities: [world] }] }',
      is: 'open isolated',
    },
    {
      name: 'a label with its source',
      spec: '{ endpointSelector: { matchLabels: { "k8s:app": web } }, ingress: [{}] }',
      is: 'isolated open',
    },
    {
      name: 'a label of any source',
      spec: '{ endpointSelector: { matchLabels: { "any:app": web } }, ingress: [{}] }',
      is: 'isolated open',
    },
    {
      name: 'another label',
      spec: '{ endpointSelector: { matchLabels: { app: api } }, ingress: [{}] }',
      is: 'open open',
    },
    {
      name: 'no default deny',
      spec: '{ endpointSelector: {}, enableDefaultDeny: { ingress: false }, ingress: [{}] }',
      is: 'open open',
    },
    {
      name: 'a default deny of its own',
      spec: '{ endpointSelector: {}, enableDefaultDeny: { egress: true }, ingress: [{}] }',
      is: 'isolated isolated',
    },
    {
      name: 'everything denied by hand',
      spec: '{ endpointSelector: {}, enableDefaultDeny: { ingress: false }, ingressDeny: [{ fromEntities: [all] }] }',
      is: 'isolated open',
    },
    {
      name: 'rules in a list',
      spec: 'specs: [{ endpointSelector: {}, ingress: [{}] }, { endpointSelector: {}, egress: [{}] }]',
      is: 'isolated isolated',
    },
    { name: 'a placeholder', spec: '"${SPEC}"', is: 'unknown unknown' },
  ])('with $name leaves it $is', ({ spec, is }) => {
    expect(isolationUnder(CILIUM(spec)).join(' ')).toBe(is)
  })

  it.each([
    { name: 'all', spec: '{ endpointSelector: {}, ingress: [{}] }', is: 'isolated' },
    {
      name: 'its namespace',
      spec: '{ endpointSelector: { matchLabels: { "k8s:io.kubernetes.pod.namespace": shop } }, ingress: [{}] }',
      is: 'isolated',
    },
    {
      name: 'another namespace',
      spec: '{ endpointSelector: { matchLabels: { "k8s:io.kubernetes.pod.namespace": mail } }, ingress: [{}] }',
      is: 'open',
    },
    {
      name: 'all but another namespace',
      spec: '{ endpointSelector: { matchExpressions: [{ key: io.kubernetes.pod.namespace, operator: NotIn, values: [kube-system] }] }, ingress: [{}] }',
      is: 'isolated',
    },
    {
      name: 'namespaces by label',
      spec: '{ endpointSelector: { matchLabels: { io.cilium.k8s.namespace.labels.team: sales } }, ingress: [{}] }',
      is: 'isolated',
    },
    {
      name: 'an account',
      spec: '{ endpointSelector: { matchLabels: { io.cilium.k8s.policy.serviceaccount: api } }, ingress: [{}] }',
      is: 'open',
    },
    {
      name: 'a cluster',
      spec: '{ endpointSelector: { matchLabels: { io.cilium.k8s.policy.cluster: west } }, ingress: [{}] }',
      is: 'unknown',
    },
    { name: 'nodes', spec: '{ nodeSelector: {}, ingress: [{}] }', is: 'open' },
  ])('for the whole cluster about $name leaves it $is', ({ spec, is }) => {
    expect(isolationUnder(CILIUM(spec, 'CiliumClusterwideNetworkPolicy'))[0]).toBe(is)
  })
})

describe('a policy of Calico', () => {
  const CALICO = (spec: string, kind = 'NetworkPolicy', group = 'projectcalico.org/v3') => `
apiVersion: ${group}
kind: ${kind}
metadata: { name: policy${kind === 'NetworkPolicy' ? ', namespace: shop' : ''} }
spec: ${spec}
`

  it.each([
    { name: 'nothing', spec: '{}', is: 'isolated open' },
    {
      name: 'both types',
      spec: '{ selector: all(), types: [Ingress, Egress] }',
      is: 'isolated isolated',
    },
    { name: 'egress rules alone', spec: '{ egress: [{ action: Deny }] }', is: 'open isolated' },
    {
      name: 'both rules',
      spec: '{ ingress: [{ action: Deny }], egress: [{ action: Deny }] }',
      is: 'isolated isolated',
    },
    { name: 'its label', spec: `{ selector: "app == 'web'" }`, is: 'isolated open' },
    { name: 'another label', spec: `{ selector: "app == 'api'" }`, is: 'open open' },
    { name: 'accounts', spec: `{ serviceAccountSelector: "role == 'x'" }`, is: 'unknown open' },
    { name: 'a placeholder', spec: '{ selector: "app == ${APP}" }', is: 'unknown open' },
  ])('with $name leaves it $is', ({ spec, is }) => {
    expect(isolationUnder(CALICO(spec)).join(' ')).toBe(is)
    expect(
      isolationUnder(CALICO(spec, 'NetworkPolicy', 'crd.projectcalico.org/v1')).join(' '),
    ).toBe(is)
  })

  it.each([
    { name: 'all', spec: '{ types: [Ingress] }', is: 'isolated' },
    {
      name: 'its namespace by name',
      spec: `{ namespaceSelector: "projectcalico.org/name in {'shop', 'mail'}" }`,
      is: 'isolated',
    },
    {
      name: 'all but the system',
      spec: `{ namespaceSelector: "projectcalico.org/name not in {'kube-system'}" }`,
      is: 'isolated',
    },
    {
      name: 'another namespace',
      spec: `{ namespaceSelector: "kubernetes.io/metadata.name == 'mail'" }`,
      is: 'open',
    },
    { name: 'namespaces by label', spec: `{ namespaceSelector: "has(team)" }`, is: 'isolated' },
    {
      name: 'its namespace through the pod',
      spec: `{ selector: "projectcalico.org/namespace == 'shop'" }`,
      is: 'isolated',
    },
    { name: 'what has no namespace', spec: `{ namespaceSelector: "global()" }`, is: 'open' },
    {
      name: 'hosts',
      spec: '{ preDNAT: true, applyOnForward: true, types: [Ingress] }',
      is: 'open',
    },
  ])('for the whole cluster about $name leaves it $is', ({ spec, is }) => {
    expect(isolationUnder(CALICO(spec, 'GlobalNetworkPolicy'))[0]).toBe(is)
  })

  it('closes nothing in a tier that passes on, nor while it is staged', () => {
    const tier = `
---
apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: team }
spec: { defaultAction: Pass }
`
    expect(isolationUnder(CALICO('{ tier: team }') + tier)[0]).toBe('open')
    expect(isolationUnder(CALICO('{}', 'StagedGlobalNetworkPolicy'))[0]).toBe('open')
  })
})

describe('policies that are not read', () => {
  it.each([
    {
      name: 'of Antrea',
      policy:
        '{ apiVersion: crd.antrea.io/v1beta1, kind: ClusterNetworkPolicy, metadata: { name: p } }',
      is: 'unknown unknown',
    },
    {
      name: 'of OVN',
      policy:
        '{ apiVersion: k8s.ovn.org/v1, kind: EgressFirewall, metadata: { name: p, namespace: shop } }',
      is: 'open unknown',
    },
    {
      name: 'that Kyverno makes',
      policy:
        '{ apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: { name: p }, spec: { rules: [{ generate: { kind: NetworkPolicy } }] } }',
      is: 'unknown unknown',
    },
    {
      name: 'that Capsule makes',
      policy:
        '{ apiVersion: capsule.clastix.io/v1beta2, kind: Tenant, metadata: { name: p }, spec: { networkPolicies: { items: [{}] } } }',
      is: 'unknown unknown',
    },
    {
      name: 'that nobody makes',
      policy:
        '{ apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: { name: p }, spec: { rules: [{ validate: {} }] } }',
      is: 'open open',
    },
  ])('$name leave it $is', ({ policy, is }) => {
    expect(isolationUnder(policy).join(' ')).toBe(is)
  })
})
