import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { grantsTo } from '../account-grants.ts'
import { accountOf, asksForToken, AUTOMOUNT, getsToken } from '../account-token.ts'

export const idnAutomount = defineRule({
  id: 'idn-automount',
  formerly: ['unused-account-token'],
  title: 'Mount account tokens only where they are used',
  topic: 'account-tokens',
  severity: 'low',
  references: [
    {
      title:
        'Kubernetes: Configure Service Accounts for Pods, Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    {
      title: 'Kubernetes: Application Security Checklist',
      url: 'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.6'],
    'k8s-checklist': ['secrets/4'],
    'k8s-app-checklist': ['account/2'],
    'pci-containers': ['1.5.a'],
  },

  subject: 'pod',
  check(pod, scene) {
    const account = accountOf(pod)
    // The default account is idn-default-sa's matter, and so is one that cannot be told from it.
    if (account === undefined || account === 'default') return []
    const gets = getsToken(pod, account, scene)
    if (gets === false || asksForToken(pod)) return []
    const grants = grantsTo(account, pod.owner.namespace ?? '', scene)
    if (grants === 'some') return []
    const isSure = gets === true && grants === 'none'
    const why = grants === 'none' ? 'its settings cannot be told' : 'its bindings were not read'
    return [
      {
        place: pod.at(AUTOMOUNT),
        message: isSure
          ? `The pod carries a token of account "${account}", to which no role is bound.`
          : `The pod may carry a token of account "${account}" for nothing: ${why}.`,
        sure: isSure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a token may also prove who the pod is to others than the API server, such as a vault
    edit: (pod) => [setField(pod, [AUTOMOUNT], false)],
  },
})
