import type { Component } from '../../../analysis/cluster/component.ts'
import { parseDuration } from '../../data/duration.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, type Fault } from '../faults.ts'

// What the program does when it is told nothing.
const LONGEST_S = 8760 * 3600
const MOST_ENDED_PODS = 12_500

export const kcmCerts = defineRule({
  id: 'kcm-certs',
  title: 'Let certificates be short and ended pods be cleared away',
  topic: 'control-plane-settings',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: kube-controller-manager, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
    },
    {
      title: 'Kubernetes: Pod Lifecycle, garbage collection of Pods',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-garbage-collection',
    },
  ],
  controls: { 'cis-1.12': ['1.3.1', '1.3.6'] },

  subject: ['kube-controller-manager'],
  check: (manager) =>
    complainApart(faultsOf(manager), {
      what: 'The controller manager lets things live for too long',
      doubt: 'The controller manager may let things live for too long',
    }),
})

function faultsOf(manager: Component): readonly Fault[] {
  const gates = manager.setting('feature-gates')
  const rotates = !manager.members('feature-gates').some(keepsCertificates)
  const duration = manager.setting('cluster-signing-duration')
  const isShort = (parseDuration(duration.value) ?? 0) <= LONGEST_S
  const pods = manager.setting('terminated-pod-gc-threshold')
  const most = Number(pods.value)
  const isLimited = most > 0 && most <= MOST_ENDED_PODS
  return [
    ...faultUnless(gates, rotates, 'RotateKubeletServerCertificate is off'),
    ...faultUnless(duration, isShort, `certificates are signed for ${duration.value}`),
    ...faultUnless(pods, isLimited || Number.isNaN(most), `${limitOf(most)} ended pods are kept`),
  ]
}

function keepsCertificates(gate: string): boolean {
  return /^RotateKubeletServerCertificate=(?:f|false|0)$/i.test(gate)
}

function limitOf(most: number): string {
  return most > 0 ? String(most) : 'all'
}
