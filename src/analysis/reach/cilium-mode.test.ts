import { expect, it } from 'vitest'
import { answersIn, podText } from './answers.testing.ts'

const closed = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: data }
spec: { podSelector: {} }
`
const open = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{}], egress: [{}] }
`
const config = (mode: string): string => `
apiVersion: v1
kind: ConfigMap
metadata: { name: cilium-config, namespace: kube-system }
data: { enable-policy: ${mode} }
`

it.each([
  { mode: 'default', toClosed: 'No Connections', toOther: 'All Connections' },
  { mode: 'always', toClosed: 'No Connections', toOther: 'No Connections' },
  { mode: 'never', toClosed: 'All Connections', toOther: 'All Connections' },
])('closes pods as the mode $mode of Cilium says', ({ mode, toClosed, toOther }) => {
  const pods = ['shop/web', 'data/db', 'other/api'].map((name) => podText(name, 'app: x'))
  const answers = answersIn(...pods, closed, open, config(mode))
  expect(answers.open('shop/web', 'data/db')).toBe(toClosed)
  expect(answers.open('shop/web', 'other/api')).toBe(toOther)
  expect(answers.open('203.0.113.7', 'shop/web')).toBe('All Connections')
})
