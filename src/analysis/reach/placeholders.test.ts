import { describe, expect, it } from 'vitest'
import { answersIn, podText } from './answers.testing.ts'

const ESTATE = [podText('shop/web', 'app: web'), podText('shop/db', 'app: db')]
const CLOSED = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: shop }
spec: { podSelector: { matchLabels: { app: db } } }
`
const HIDDEN = "'{{ .Values.hidden }}'"

const cilium = (spec: string): string => `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: odd, namespace: shop }
spec: ${spec}
`
const calico = (spec: string): string => `
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: odd, namespace: shop }
spec: ${spec}
`
const [WHOM, SELECTED] = [
  'endpointSelector: { matchLabels: { app: db } }',
  `selector: "app == 'db'"`,
]

describe('a placeholder in a policy of a plugin', () => {
  it.each([
    { name: 'a rule of Cilium', text: cilium(HIDDEN) },
    { name: 'all rules of Cilium', text: cilium(`{ ${WHOM}, ingress: ${HIDDEN} }`) },
    { name: 'one rule of Cilium', text: cilium(`{ ${WHOM}, ingress: [${HIDDEN}] }`) },
    {
      name: 'peers of Cilium',
      text: cilium(`{ ${WHOM}, ingress: [{ fromEndpoints: ${HIDDEN} }] }`),
    },
    { name: 'an entity', text: cilium(`{ ${WHOM}, ingress: [{ fromEntities: [${HIDDEN}] }] }`) },
    { name: 'all of Calico', text: calico(HIDDEN) },
    { name: 'all rules of Calico', text: calico(`{ ${SELECTED}, order: 1, ingress: ${HIDDEN} }`) },
    { name: 'one rule of Calico', text: calico(`{ ${SELECTED}, order: 1, ingress: [${HIDDEN}] }`) },
    {
      name: 'an action',
      text: calico(`{ ${SELECTED}, order: 1, ingress: [{ action: ${HIDDEN} }] }`),
    },
    {
      name: 'a selector of Calico',
      text: calico(
        `{ ${SELECTED}, order: 1, ingress: [{ action: Allow, source: { selector: ${HIDDEN} } }] }`,
      ),
    },
  ])('may allow what another policy closes: $name', ({ text }) => {
    const answers = answersIn(...ESTATE, CLOSED, text)
    expect(answers.open('shop/web', 'shop/db')).toBe('No Connections')
    expect(answers.maybe('shop/web', 'shop/db')).toBe('All Connections')
  })

  it.each([
    {
      name: 'denials of Cilium',
      text: cilium(`{ ${WHOM}, enableDefaultDeny: { ingress: false }, ingressDeny: ${HIDDEN} }`),
    },
    {
      name: 'whether Cilium closes',
      text: cilium(`{ ${WHOM}, enableDefaultDeny: { ingress: ${HIDDEN} } }`),
    },
    { name: 'whom Cilium selects', text: cilium(`{ endpointSelector: ${HIDDEN}, ingress: [{}] }`) },
    { name: 'whom Calico selects', text: calico(`{ selector: ${HIDDEN} }`) },
    { name: 'the directions of Calico', text: calico(`{ ${SELECTED}, types: ${HIDDEN} }`) },
  ])('may deny what nothing else closes: $name', ({ text }) => {
    const answers = answersIn(...ESTATE, text)
    expect(answers.open('shop/web', 'shop/db')).toBe('No Connections')
    expect(answers.maybe('shop/web', 'shop/db')).toBe('All Connections')
  })
})
