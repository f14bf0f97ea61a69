import { describe, expect, it } from 'vitest'
import { answersIn, podText } from './answers.testing.ts'

const ESTATE = [
  podText('blue/web', 'app: web'),
  podText('green/web', 'app: web'),
  `
apiVersion: v1
kind: Namespace
metadata: { name: blue, labels: { team: blue } }
`,
  `
apiVersion: v1
kind: Namespace
metadata: { name: green, labels: { team: green } }
`,
  `
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: { name: old, namespace: red }
spec: { running: false, template: { metadata: { labels: { app: old } }, spec: { domain: {} } } }
`,
]
const [ALL, NONE] = ['All Connections', 'No Connections']

describe('a network of its own', () => {
  it.each([
    {
      name: 'of a namespace',
      text: 'apiVersion: k8s.ovn.org/v1\nkind: UserDefinedNetwork\nmetadata: { name: own, namespace: blue }\nspec: { topology: Layer2, layer2: { role: Primary } }',
    },
    {
      name: 'of several',
      text: 'apiVersion: k8s.ovn.org/v1\nkind: ClusterUserDefinedNetwork\nmetadata: { name: own }\nspec: { namespaceSelector: { matchLabels: { team: blue } }, network: { topology: Layer3, layer3: { role: Primary } } }',
    },
    {
      name: 'by attachment',
      text: `apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: { name: own, namespace: blue }\nspec: { config: '{"role": "primary"}' }`,
    },
  ])('leaves open whom its pods reach: $name', ({ text }) => {
    const answers = answersIn(...ESTATE, text)
    expect(answers.faults.map((fault) => fault.split(' ')[0])).toEqual(['REACH_UNREAD'])
    expect(answers.open('blue/web', 'green/web')).toBe(NONE)
    expect(answers.maybe('blue/web', 'green/web')).toBe(ALL)
    expect(answers.open('green/web', '203.0.113.7')).toBe(ALL)
  })

  it('changes nothing when it is a second one', () => {
    const text =
      'apiVersion: k8s.ovn.org/v1\nkind: UserDefinedNetwork\nmetadata: { name: own, namespace: blue }\nspec: { topology: Layer2, layer2: { role: Secondary } }'
    const answers = answersIn(...ESTATE, text)
    expect(answers.faults).toEqual([])
    expect(answers.open('blue/web', 'green/web')).toBe(ALL)
  })
})

describe('a machine of KubeVirt', () => {
  it('is a workload with the labels of its template', () => {
    const closed = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: red }
spec: { podSelector: { matchLabels: { app: old } } }
`
    const answers = answersIn(...ESTATE, closed)
    expect(answers.open('blue/web', 'red/old[VirtualMachine]')).toBe(NONE)
    expect(answers.open('red/old[VirtualMachine]', 'blue/web')).toBe(ALL)
  })

  it('stands behind a Service as a pod does', () => {
    const way = `
apiVersion: v1
kind: Service
metadata: { name: old, namespace: red }
spec: { selector: { app: old }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: old, namespace: red }
spec: { defaultBackend: { service: { name: old, port: { number: 80 } } } }
`
    const answers = answersIn(...ESTATE, way)
    expect(answers.open('{ingress-controller}', 'red/old[VirtualMachine]')).toBe('TCP 80')
  })

  it('has labels that only its controller writes', () => {
    const closed = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: red }
spec: { podSelector: { matchLabels: { kubevirt.io: virt-launcher } } }
`
    const answers = answersIn(...ESTATE, closed)
    expect(answers.maybe('blue/web', 'red/old[VirtualMachine]')).toBe(ALL)
  })
})
